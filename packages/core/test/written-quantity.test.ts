import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenQuantities, writtenQuantity } from '../src/measure/written-quantity.ts';

function shown(text: string, whole = false): readonly string[] {
  return writtenQuantities(text, { whole }).map(
    ({ value, unit, limit, approximate }) =>
      `${limit === undefined ? '' : `${limit} `}${approximate === true ? 'about ' : ''}${value} ${unit}`,
  );
}

test.each([
  ['5000ms', '5000 milliseconds'],
  ['5 s', '5000 milliseconds'],
  ['1.5 seconds', '1500 milliseconds'],
  ['250 µs', '0.25 milliseconds'],
  ['2h', '7200000 milliseconds'],
  ['1 h 30 min', '5400000 milliseconds'],
  ['1 hour, 30 minutes and 5 s', '5405000 milliseconds'],
  ['2 heures et 15 minutes', '8100000 milliseconds'],
  ['3 Tage', '259200000 milliseconds'],
  ['0,5 %', '0.5 percent'],
  ['99.9%', '99.9 percent'],
  ['12 percent', '12 percent'],
  ['-4.7%', '-4.7 percent'],
  ['−4.7 %', '-4.7 percent'],
  ['+3 pp', '3 percentagePoints'],
  ['4.7 percentage points', '4.7 percentagePoints'],
  ['4.7 points', '4.7 percentagePoints'],
  ['25x', '25 times'],
  ['5.3×', '5.3 times'],
  ['3 times', '3 times'],
  ['1,234', '1234 none'],
  ['1,234,567', '1234567 none'],
  ['1,234.5', '1234.5 none'],
  ['1.234,5', '1234.5 none'],
  ['1.234.567', '1234567 none'],
  ['12,5', '12.5 none'],
  ['0,500', '0.5 none'],
  ['1.234', '1.234 none'],
  ["1'234", '1234 none'],
  ['1\u00A0234\u202F567', '1234567 none'],
  ['3k', '3000 none'],
  ['1.2M requests', '1200000 none'],
  ['2 million', '2000000 none'],
  ['p95 = 800ms', '800 milliseconds'],
  ['<500ms', 'below 500 milliseconds'],
  ['over 90 %', 'above 90 percent'],
  ['~15% of API requests', 'about 15 percent'],
  ['約 3 分', 'about 180000 milliseconds'],
])('%s', (text, expected) => {
  expect(shown(text)).toEqual([expected]);
});

test.each([
  ['1.234', '1234 none'],
  ['12.5', '12.5 none'],
  ['1.234 requests', '1234 none'],
])('%s of things that come whole', (text, expected) => {
  expect(shown(text, true)).toEqual([expected]);
});

test.each([
  ['X%'],
  ['p95'],
  ['10:32'],
  ['2026-05-01'],
  ['$500'],
  ['HTTP/2'],
  ['10 000 requests'],
  ['100-200 ms'],
  ['5 to 10 s'],
  ['1,23,4'],
  ['1.2.3'],
  ["1'2"],
  ['1234567890123456'],
  ['v1.2'],
  [''],
])('%j is no number', (text) => {
  expect(writtenQuantity(text)).toBeNull();
});

test('several in order, each with its unit and its place', () => {
  const text = 'p95 = 300ms, p99 = 1.2 s (5.3x)';
  const found = writtenQuantities(text);
  expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(['300ms', '1.2 s', '5.3x']);
  expect(found.map(({ rounding }) => rounding)).toEqual([0.5, 50, 0.05]);
});

describe('laws', () => {
  const units = fc.constantFrom(['ms', 1], ['s', 1_000], ['min', 60_000], ['%', 1], ['x', 1], ['', 1]) as fc.Arbitrary<
    readonly [string, number]
  >;

  test('a number written with a dot, a comma or grouped reads as itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        units,
        (whole, part, [unit, by]) => {
          const value = Number(`${whole}.${String(part).padStart(2, '0')}`);
          const decimals = String(part).padStart(2, '0');
          const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',');
          const german = grouped.replaceAll(',', '.');
          for (const written of [
            `${whole}.${decimals}`,
            `${whole},${decimals}`,
            `${grouped}.${decimals}`,
            `${german},${decimals}`,
          ])
            expect(writtenQuantity(`${written}${unit}`)?.value).toBeCloseTo(value * by, 6);
          expect(writtenQuantity(`${grouped}${unit}`)?.value).toBe(whole * by);
        },
      ),
    );
  });

  test('whatever is written, the answer is a finite number within the text', () => {
    const pieces = fc.constantFrom(
      '1',
      '23',
      '456',
      ',',
      '.',
      ' ',
      '-',
      '%',
      'ms',
      'x',
      'p95',
      ':',
      '’',
      '~',
      'to',
      'k',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const found = writtenQuantities(text);
        expect(found.filter(({ value, rounding }) => !Number.isFinite(value) || !(rounding > 0))).toEqual([]);
        expect(found.filter(({ from, to }) => from < 0 || to > text.length || from >= to)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a long text takes no longer than a short one', () => {
    for (const piece of ['1,', '9', '1 ', '1’', '-1', '1.000.', '~ '])
      expect(writtenQuantities(piece.repeat(200_000)).length).toBeLessThan(200);
  });
});
