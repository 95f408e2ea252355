import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextPath } from '../src/http/next-path.ts';

const BASE = 'https://debrief.example';

describe('S21: after signing in nobody is led elsewhere', () => {
  test.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\\/evil.example',
    '/%2f%2fevil.example',
    '%2f%2fevil.example',
    '/%2Fevil.example',
    '/%5cevil.example',
    '/%252f%252fevil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nSet-Cookie: a=b',
    '/%0d%0aSet-Cookie:%20a=b',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/a/..//evil.example',
    '/%2e%2e/%2e%2e//evil.example',
    'https://evil.example',
    'https:evil.example',
    'https:/evil.example',
    'http:///evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'evil.example',
    '.evil.example',
    '@evil.example',
    ' //evil.example',
    '/ /evil.example',
    '\u0000//evil.example',
    '/\u0000/evil.example',
    '／／evil.example',
    '/／evil.example',
    '/\u2215evil.example',
    '\u200b//evil.example',
    '/\ud800',
    '?//evil.example',
    '#//evil.example',
    '',
    null,
    undefined,
    `/${'a'.repeat(5_000)}`,
  ])('%j leads to the first page', (asked) => {
    expect(nextPath(asked)).toBe('/');
  });

  test.each([
    '/',
    '/postmortems/p1',
    '/postmortems?q=kite%20feed&state=draft',
    '/postmortems/p1?revision=2#timeline',
    '/search?q=https%3A%2F%2Fexample.com%2Fa',
    '/search?next=//x',
    '/a/',
    "/@team/it's~(fine)",
  ])('%s is a page of ours', (asked) => {
    expect(nextPath(asked)).toBe(asked);
  });

  test('whatever is asked for, a browser stays on this server, however often a proxy decodes', () => {
    const odd = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5C',
      '%25',
      '%09',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      'https:',
      ' ',
    );
    const written = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(odd, { maxLength: 12 }).map((parts) => `/${parts.join('')}`),
    );
    fc.assert(
      fc.property(written, (asked) => {
        const path = nextPath(asked);
        expect(path.startsWith('/')).toBe(true);
        expect(URL.parse(path, BASE)?.origin).toBe(BASE);
        const [before = ''] = path.split(/[?#]/, 1);
        expect(before).not.toMatch(/^\/[/\\]|%2f|%5c/i);
        expect(URL.parse(path, BASE)?.pathname.startsWith('//')).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
