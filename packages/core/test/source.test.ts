import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';
import { sourceOf } from '../src/read/source.ts';
import { misplaced, pointedAt } from './reading.ts';

const text = `---
title: "Lift: stuck"
severity: SEV2
---

# Lift stuck

**Date:** 2026-03-01
**Incident Commander:** Ana Pérez
**Impact:** Nobody
went up.

## Timeline (CET)

| Time | Event |
|------|-------|
| 14:05 | Lift stops |
| 14:20 | Ana starts \`reset\` |

- a list

## Root cause

1. Why did it stop? Rust
   - on the rail
2. Why was there rust? Rain
3. Why did it rain? Weather

## Action items

- [ ] Oil the rail
  - **Owner:** Bo
  - **Due:** 2026-04-01
- [x] Buy oil (@chi)

\`\`\`sh
oil --rail
\`\`\`
`;

describe('line ends, a byte order mark and a missing last newline change no value', () => {
  const expected = plainValues(read(text));

  test.each<[string, string]>([
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    [
      'mixed',
      text
        .split('\n')
        .map((line, index) => line + (index % 3 === 0 ? '\r\n' : '\n'))
        .join('')
        .slice(0, -1),
    ],
    ['a byte order mark', `\uFEFF${text}`],
    ['a byte order mark and CRLF', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['no final newline', text.trimEnd()],
    ['many final newlines', `${text}\n\n\n`],
    ['spaces at the ends of lines', text.replaceAll(/(?<=[a-z.|)])\n/g, ' \n')],
    ['tabs between words', text.replaceAll('Lift stops', 'Lift\tstops').replaceAll('Oil the rail', 'Oil\tthe\trail')],
    ['tabs in table cells', text.replaceAll('| 14:05 | Lift', '|\t14:05\t|\tLift')],
    ['tabs behind labels', text.replaceAll('**Date:** ', '**Date:**\t')],
    ['tabs behind the marks of headings', text.replaceAll('## ', '##\t')],
    ['tabs for indentation', text.replaceAll('  - **', '\t- **')],
    ['tabs behind bullets', text.replaceAll('  - **', '\t-\t**').replaceAll('- [', '-\t[')],
    ['double spaces', text.replaceAll('Lift stops', 'Lift  stops').replaceAll('Nobody\n', 'Nobody \n')],
    [
      'spaces that do not break',
      text.replaceAll('Lift stops', 'Lift\u00a0stops').replaceAll('Ana Pérez', 'Ana\u00a0Pérez'),
    ],
  ])('%s', (_form, changed) => {
    expect(plainValues(read(changed))).toEqual(expected);
  });

  test.each<[string, string]>([
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${text}`],
  ])('%s: every field is still written where its first place says', (_form, changed) => {
    expect(misplaced(changed)).toEqual([]);
  });
});

test('the text of a reading is the text as given', () => {
  const given = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  expect(read(given).text).toBe(given);
});

test('no character moves', () => {
  const given = '\uFEFFa\r\nb\rc\n';
  expect(sourceOf(given).flat).toHaveLength(given.length);
  expect(sourceOf(given).flat).not.toMatch(/[\r\uFEFF]/);
});

describe('odd characters are told and kept', () => {
  test('NUL', () => {
    const reading = read('# Lift\n\n**Severity:** SEV2\n\nA\u0000B\n');
    expect(pointedAt(reading, 'control-character')).toEqual(['\u0000']);
    expect(plainValues(reading).severity).toBe('SEV2');
  });

  test('bytes that were no UTF-8', () => {
    expect(pointedAt(read('# Lift \uFFFD\n'), 'replaced-character')).toEqual(['\uFFFD']);
  });

  test('a lone surrogate', () => {
    expect(() => read('# Lift \uD800\n\n**Severity:** SEV\uDC00\n')).not.toThrow();
  });

  test.each(['', ' ', '\n', '\uFEFF', '\r\n\r\n'])('no text at all: %j', (nothing) => {
    expect(read(nothing).messages.map(({ code }) => code)).toEqual(['no-text']);
  });
});
