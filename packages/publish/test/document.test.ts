import { read } from '@debrief/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentMarkup, unknownPlaces } from '../src/index.ts';

const TAGS = new Set(
  'h2 h3 h4 h5 h6 p blockquote ul ol li pre code em strong del hr br a img input table thead tbody tr th td sup section div span mark'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(?:href|src|alt|rel|id|class|type|disabled|checked|aria-label|role|tabindex|scope|loading|start|title)$/;

/** What a browser would do beyond showing words; empty for a page that can do nothing. */
function dangersIn(html: string): readonly string[] {
  return Array.from(html.matchAll(/<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|</gi), (found) => {
    const [whole, name = '', attributes = ''] = found;
    if (!TAGS.has(name)) return `tag ${whole}`;
    const strange = Array.from(attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)).filter(
      ([, attribute = '', value = '']) =>
        !ATTRIBUTES.test(attribute) ||
        (attribute === 'href' && !/^(?:https?:\/\/|mailto:|#|\/files\/)/i.test(value)) ||
        (attribute === 'src' && !value.startsWith('/files/')),
    );
    return strange.length === 0 ? '' : `in ${whole}`;
  }).filter((danger) => danger !== '');
}

const fileAddress = (path: string): string => `/files/${encodeURIComponent(path)}`;
const setHtml = (text: string): string => documentMarkup(text, { fileAddress }).html.toString();

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](java&#x09;script:alert(1))',
  '[a](&#106;avascript:alert(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '[a](vbscript:x)',
  '[a](//evil.example/x)',
  '[a](/\\evil.example)',
  '[a](\\\\evil.example)',
  '![a](https://evil.example/x.png)',
  '![a](//evil.example/x.png)',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<style>@import "https://evil.example"</style>',
  '<details open ontoggle=alert(1)>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '"><img src=x onerror=alert(1)>',
  '# <img src=x onerror=alert(1)>',
  '| <script>a</script> |\n|---|\n| [b](javascript:1) |',
  '[^1]: <script>alert(1)</script>\n\nx[^1]',
];

describe('a document as HTML', () => {
  test.each(HOSTILE)('%s does nothing', (text) => {
    expect(dangersIn(setHtml(text))).toEqual([]);
  });

  test('whatever hostile pieces are put together', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(
        '\n',
        '\n\n',
        '> ',
        '- ',
        '    ',
        '`',
        '```\n',
        '**',
        '[',
        '](',
        ')',
        '<',
        '>',
        '&#x3c;',
        '|',
        '\u202e',
        '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        expect(dangersIn(setHtml(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('words of HTML are shown, comments are not, boxes have labels', () => {
    const html = setHtml(
      '- [x] done <b>bold</b><br>next\n- [ ] open\n\n<!-- hidden -->\n\n<details>\n<summary>Logs</summary>\n',
    );
    expect(html).toContain('disabled checked aria-label="Done"');
    expect(html).toContain('disabled aria-label="Not done"');
    expect(html).toContain('bold');
    expect(html).toContain('Logs');
    expect(html).not.toContain('hidden');
  });

  test('headings are named apart from the page, and links within the text find them', () => {
    const { html, headings } = documentMarkup('# Down\n\n## Impact\n\n## Impact\n\n[see](#impact)');
    expect(headings.map(({ id }) => id)).toEqual(['text-down', 'text-impact', 'text-impact-1']);
    expect(html.toString()).toContain('href="#text-impact"');
    expect(html.toString()).toContain('<h3 id="text-impact">');
  });

  test('pictures are those that are kept beside it; others are links', () => {
    const html = setHtml('![pool](img/pool.png) ![far](https://e.example/a.png)');
    expect(html).toContain('<img src="/files/img%2Fpool.png" alt="pool" loading="lazy">');
    expect(html).toMatch(/<a href="https:\/\/e\.example\/a\.png"[^>]*>Picture: far<\/a>/);
    expect(documentMarkup('![a](b.png)').html.toString()).toContain('not kept here');
  });

  test('what is not known is marked, in words that stay', () => {
    const text = '# Down\n\nUsers: [number]. See [the page](https://e.example) and [1].\n';
    const places = unknownPlaces(read(text));
    expect(places.map(({ from, to }) => text.slice(from, to))).toEqual(['[number]']);
    const marks = places.map((place) => ({ ...place, kind: 'unknown' as const, label: 'Not known yet' }));
    expect(documentMarkup(text, { marks }).html.toString()).toContain(
      '<mark class="unknown" title="Not known yet">[number]</mark>',
    );
  });

  test('a mark that turns words around is shown by its number', () => {
    expect(setHtml('a \u202e b')).toContain('[U+202E]');
  });

  test('a text that is too long is shown as it was written', () => {
    const { html, note } = documentMarkup(`# A\n\n${'word '.repeat(100_000)}<b>`);
    expect(note).toMatch(/shown as it was written/);
    expect(html.toString().startsWith('<div class="scroll"')).toBe(true);
    expect(html.toString()).not.toContain('<b>');
  });

  test('marks nested beyond measure do not throw', () => {
    const { note } = documentMarkup(`${'*'.repeat(12_000)}a${'*'.repeat(12_000)}`);
    expect(note === null || note.includes('as it was written')).toBe(true);
  });

  test('lists and quotes that no person wrote are no trouble', () => {
    expect(() => setHtml('> '.repeat(3_000) + 'a')).not.toThrow();
    expect(() => setHtml('- '.repeat(3_000) + 'a')).not.toThrow();
  });
});
