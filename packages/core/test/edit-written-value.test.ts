import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../src/read/plain.ts';
import { insideMarks, normalized, type Site, valueFault, waysToWrite } from '../src/write/written-value.ts';
import { anyValue } from './edit-laws.ts';

function ways(value: string, site: Site): readonly string[] {
  return [...waysToWrite(value, site)];
}

describe('the plainest way to write a value', () => {
  test.each<readonly [Site, string, string]>([
    ['line', 'The kite fell', 'The kite fell'],
    ['line', 'a_b and snake_case', 'a_b and snake_case'],
    ['line', '3 * 4 & 5', '3 * 4 & 5'],
    ['line', '*All* fell', '\\*All\\* fell'],
    ['line', '_All_ fell', '\\_All\\_ fell'],
    ['line', '`code`', '\\`code\\`'],
    ['line', '[x](y)', '\\[x\\](y)'],
    ['line', '<b>', '\\<b>'],
    ['line', '&amp;', '\\&amp;'],
    ['line', 'a\\b', 'a\\b'],
    ['line', 'a\\*b', 'a\\\\\\*b'],
    ['line', '# heading', '\\# heading'],
    ['line', '#12', '#12'],
    ['line', '- item', '\\- item'],
    ['line', '-5 °C', '-5 °C'],
    ['line', '1. first', '1\\. first'],
    ['line', '1.5 hours', '1.5 hours'],
    ['line', '> quote', '\\> quote'],
    ['line', '---', '\\---'],
    ['line', '[ ] box', '\\[ ] box'],
    ['line', 'a | b', 'a | b'],
    ['line', 'one\ntwo', 'one two'],
    ['line', '  padded \t', 'padded'],
    ['cell', 'a | b', 'a \\| b'],
    ['cell', 'a \\| b', 'a \\\\\\| b'],
    ['cell', 'one\r\ntwo\n\nthree', 'one<br>two<br>three'],
    ['cell', '- item', '- item'],
    ['heading', 'Kites #', 'Kites \\#'],
    ['heading', 'C#', 'C\\#'],
    ['heading', '# of kites', '\\# of kites'],
    ['code', '*All* | fell', '*All* | fell'],
    ['prose', 'one\n\n# two', 'one\n\n\\# two'],
    ['prose', 'one\r\n2. two', 'one\n2\\. two'],
    ['frontMatter', 'Ana Pérez', 'Ana Pérez'],
    ['frontMatter', '2026-05-01T10:02Z', '2026-05-01T10:02Z'],
    ['frontMatter', 'Kite: down', '"Kite: down"'],
    ['frontMatter', 'say "down"', '"say \\"down\\""'],
    ['frontMatter', '#1', '"#1"'],
    ['frontMatter', '- x', '"- x"'],
    ['frontMatter', 'yes', '"yes"'],
    ['frontMatter', '*all*', '"*all*"'],
  ])('in a %s, %j is %j', (site, value, expected) => {
    expect(ways(value, site)[0]).toBe(expected);
  });
});

test('the last ways put no mark into the text at all', () => {
  expect(ways('(DONE): @bo', 'line')).toContain('&#40;DONE&#41;&#58; &#64;bo');
  expect(ways('*', 'frontMatter').at(-1)).toBe('"\\u002a"');
  expect(ways('👩', 'frontMatter').at(-1)).toBe('"\\U0001f469"');
});

describe('every way', () => {
  test('reads as the value, and stands on one line where it has to', () => {
    const holds = fc.property(anyValue, fc.constantFrom<Site>('line', 'cell', 'heading'), (value, site) => {
      for (const written of ways(value, site)) {
        expect(written).not.toMatch(/[\r\n]/);
        const read = site === 'cell' ? written.replaceAll('<br>', ' ') : written;
        expect(plain(read)).toBe(normalized(value));
      }
    });
    fc.assert(holds, { seed: 20260301, numRuns: 500 });
    fc.assert(holds, { numRuns: 100 });
  });

  test('in a cell leaves no pipe that would part it', () => {
    const holds = fc.property(anyValue, (value) => {
      for (const written of ways(value, 'cell')) expect(written.replace(/\\./gs, '')).not.toContain('|');
    });
    fc.assert(holds, { seed: 20260301, numRuns: 500 });
  });

  test('is there once', () => {
    const holds = fc.property(
      anyValue,
      fc.constantFrom<Site>('line', 'cell', 'prose', 'frontMatter'),
      (value, site) => {
        const all = ways(value, site);
        expect(new Set(all).size).toBe(all.length);
      },
    );
    fc.assert(holds, { seed: 20260301, numRuns: 200 });
  });

  test.each(['\\', '#', '*', '|', '`', '[', ' ', '&#', '<!--'])(
    'of a hundred thousand %j takes little time',
    (mark) => {
      const start = performance.now();
      for (const site of ['line', 'cell', 'heading', 'frontMatter'] as const) ways(`a${mark.repeat(100_000)}b`, site);
      expect(performance.now() - start).toBeLessThan(8_000);
    },
    20_000,
  );
});

describe('what no text can hold', () => {
  test.each(['\u0000', 'a\u0007', '\u001b[31m', '\u007f', '\ud83d', '\udc00x'])('%j is said', (value) => {
    expect(valueFault(value)).toMatch(/Remove it and try again/);
  });

  test.each(['', 'a', 'one\ntwo\r\n', '\t', '🚨', '\u202e', '\u0085', '障害'])('%j is not', (value) => {
    expect(valueFault(value)).toBeNull();
  });
});

describe('the words within marks', () => {
  test.each([
    ['plain', 'plain', false],
    ['**bold**', 'bold', false],
    ['***both***', 'both', false],
    ['_thin_', 'thin', false],
    ['`code`', 'code', true],
    ['``co`de``', 'co`de', true],
    ['**`code`**', 'code', true],
    ['[words](https://kite.example)', 'words', false],
    ['[**words**](https://kite.example)', 'words', false],
    ['**one** and **two**', '**one** and **two**', false],
    ['`one` and `two`', '`one` and `two`', false],
    ['**open', '**open', false],
    ['** spaced **', '** spaced **', false],
    ['[Name]', '[Name]', false],
    ['****', '****', false],
    ['', '', false],
  ])('of %j are %j', (written, inner, isCode) => {
    const found = insideMarks(written);
    expect([written.slice(found.from, found.to), found.isCode]).toEqual([inner, isCode]);
  });

  test('lie within the text, whatever it is', () => {
    const holds = fc.property(anyValue, (written) => {
      const { from, to } = insideMarks(written);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(written.length);
    });
    fc.assert(holds, { seed: 20260301, numRuns: 300 });
  });
});
