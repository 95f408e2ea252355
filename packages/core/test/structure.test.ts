import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MessageCode, rules } from '../src/index.ts';
import { quoted } from '../src/check/quoted.ts';
import { textLines } from '../src/check/text-lines.ts';
import { findingsIn, pointedTo } from './checked.ts';

/** Every code that reading reports; `vocabulary` is a code that no reading reports today. */
const CODES: Readonly<Record<Exclude<MessageCode, 'vocabulary'>, true>> = {
  'ambiguous-date': true,
  'broken-table': true,
  'control-character': true,
  'deep-nesting': true,
  'front-matter': true,
  'impossible-date': true,
  'no-text': true,
  'pinned-time': true,
  'replaced-character': true,
  'several-incidents': true,
  'time-order': true,
  'too-many': true,
  'unclosed-fence': true,
  'unreadable-duration': true,
};

test('whatever reading reports has a rule', () => {
  const ids = new Set(rules.map(({ id }) => id));
  expect(Object.keys(CODES).filter((code) => !ids.has(`structure/${code}`))).toEqual([]);
});

test('a finding says what reading says', () => {
  const [finding] = findingsIn('# Lift stuck\n\n```\nlift --status\n').filter(({ rule }) =>
    rule.startsWith('structure/'),
  );
  expect(finding).toMatchObject({ rule: 'structure/unclosed-fence', level: 'error', place: { from: 14 } });
});

test.each([
  'Keine; der Aufzug fuhr',
  'until the guard came back from lunch, which is the 3rd thing that nobody wrote down',
])('a note in the place of a length is let be: %s', (words) => {
  expect(pointedTo(`# Lift stuck\n\n**Duration:** ${words}\n`, {}, 'structure/unreadable-duration')).toEqual([]);
});

function linesOf(text: string): readonly string[] {
  return textLines(text).map(({ from, to }) => text.slice(from, to));
}

describe('lines of text', () => {
  test.each<[string, string, readonly string[]]>([
    ['leave code out', 'a\n```\nb\n```\nc', ['a', 'c']],
    ['leave code with CRLF out', 'a\r\n~~~ sh\r\nb\r\n~~~\r\nc', ['a', 'c']],
    ['leave code in a list out', '- ```\n  b\n  ```\nc', ['c']],
    ['know a longer fence', 'a\n````\n```\nb\n````\nc', ['a', 'c']],
    ['know code within a line', '```b```\nc', ['```b```', 'c']],
    ['end with what never closes', 'a\n```\nb\n', ['a']],
    ['are one where there is nothing', '', ['']],
  ])('%s', (_what, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test('without fences are all there are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '- b', '🚨', '> c')), (lines) => {
        expect(linesOf(lines.join('\n'))).toEqual(lines.length === 0 ? [''] : lines);
      }),
    );
  });
});

test('a quotation is one short line of whole characters', () => {
  expect(quoted(' a\n b ')).toBe('“a b”');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
      const inner = quoted(words).slice(1, -1);
      expect(inner.length).toBeLessThanOrEqual(60);
      expect(inner).not.toMatch(/[\r\n\t]/);
      expect(inner.isWellFormed()).toBe(true);
    }),
  );
});

test.each([
  ['told beside others', '書き込み不能: 約23分／再構築まで: 約9時間弱', 0],
  ['not told', '23 floors', 1],
])('a length that is %s', (_name, words, count) => {
  const text = `# Lift stuck\n\n**Duration:** ${words}\n`;
  expect(pointedTo(text, {}, 'structure/unreadable-duration')).toHaveLength(count);
});
