import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogramQuantile } from '../src/index.ts';
import { answered, aReason, holds } from './held-law.ts';

interface Bucket {
  readonly upperBound: number | string;
  readonly count: number;
}

const buckets = (...all: readonly (readonly [bound: number | string, count: number])[]): readonly Bucket[] =>
  all.map(([upperBound, count]) => ({ upperBound, count }));

const POSITIVE = buckets([0.1, 5], [0.2, 7], [1, 11], ['+Inf', 12]);
const NEGATIVE = buckets([-0.2, 1], [-0.1, 2], [0.3, 2], ['+Inf', 3]);
const MIDDLES = buckets([0, 0], [2, 1], [4, 2], [6, 3], ['+Inf', 3]);
const FROM_ZERO = buckets([0, 0], [0.1, 5], [0.2, 7], [1, 11], ['+Inf', 11]);
const BELOW_ZERO = buckets([-0.25, 0], [-0.2, 1], [-0.1, 2], [0.3, 2], ['+Inf', 2]);

/** As the tests of Prometheus have them, histograms.test. */
const published: readonly (readonly [string, readonly Bucket[], readonly [q: number, expected: number][]])[] = [
  [
    'positive',
    POSITIVE,
    [
      [-0.1, -Infinity],
      [0, 0],
      [0.2, 0.048],
      [0.5, 0.15],
      [0.8, 0.72],
      [1, 1],
      [1.01, Infinity],
    ],
  ],
  [
    'negative',
    NEGATIVE,
    [
      [-0.1, -Infinity],
      [0, -0.2],
      [0.2, -0.2],
      [0.5, -0.15],
      [0.8, 0.3],
      [1, 0.3],
      [1.01, Infinity],
    ],
  ],
  [
    'with quantiles in the middle',
    MIDDLES,
    [
      [1 / 6, 1],
      [0.5, 3],
      [5 / 6, 5],
    ],
  ],
  [
    'from zero',
    FROM_ZERO,
    [
      [0, 0],
      [0.25, 0.055],
      [0.5, 0.125],
      [0.75, 0.45],
      [1, 1],
    ],
  ],
  [
    'below zero',
    BELOW_ZERO,
    [
      [0, -0.25],
      [0.25, -0.225],
      [0.5, -0.2],
      [0.75, -0.15],
      [1, -0.1],
    ],
  ],
];

test.each(published)('the quantiles of the histogram %s', (_name, all, expected) => {
  for (const [q, value] of expected) expect(histogramQuantile({ buckets: all, q })).toBeCloseTo(value, 12);
});

test('hosts are added up before, never averaged after', () => {
  const all = buckets(
    [0.1, 1],
    [0.2, 3],
    ['+Inf', 4],
    [0.1, 2],
    [0.2, 5],
    ['+Inf', 6],
    [0.1, 3],
    [0.2, 4],
    ['+Inf', 6],
    [0.1, 4],
    [0.2, 7],
    ['+Inf', 9],
  );
  expect(histogramQuantile({ buckets: all, q: 0.3 })).toBeCloseTo(0.075, 12);
  expect(histogramQuantile({ buckets: all, q: 0.5 })).toBeCloseTo(0.12777777777777777, 12);
});

test('bounds may be the text of the label, in any order, the same one in two ways', () => {
  const mixed = buckets(['+Inf', 4], ['2e-1', 1], ['0.1', 1], ['0.2', 1], ['2.0e-1', 1]);
  expect(histogramQuantile({ buckets: mixed, q: 0.5 })).toBeCloseTo(0.15, 12);
  expect(histogramQuantile({ buckets: POSITIVE.toReversed(), q: 0.5 })).toBeCloseTo(0.15, 12);
  const infinite = buckets([0.1, 5], [Infinity, 5]);
  expect(histogramQuantile({ buckets: infinite, q: 0.5 })).toBeCloseTo(0.05, 12);
});

test('a count that falls is lifted to the one before', () => {
  const falling = buckets([0.1, 5], [0.2, 4], [1, 11], ['+Inf', 10]);
  const lifted = buckets([0.1, 5], [0.2, 5], [1, 11], ['+Inf', 11]);
  for (const q of [0, 0.3, 0.5, 0.9, 1])
    expect(histogramQuantile({ buckets: falling, q })).toBe(histogramQuantile({ buckets: lifted, q }));
});

test('rises with q and follows the unit of the bounds', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 50 })), { minLength: 1 });
  const shares = fc.double({ min: 0, max: 1, noNaN: true });
  holds(
    fc.property(some, shares, shares, (all, p, q) => {
      const given = buckets(...all, ['+Inf', 10_000]);
      const [less, more] = [Math.min(p, q), Math.max(p, q)];
      const found = answered(histogramQuantile({ buckets: given, q: more }));
      expect(answered(histogramQuantile({ buckets: given, q: less }))).toBeLessThanOrEqual(found + 1e-9);
      const seconds = given.map(({ upperBound, count }) => ({
        upperBound: Number(upperBound.toString().replace('+Inf', 'Infinity')) * 8,
        count,
      }));
      expect(histogramQuantile({ buckets: seconds, q: more })).toBeCloseTo(found * 8, 9);
    }),
  );
});

describe('a reason is given', () => {
  test.each([
    ['for no buckets', [], 0.5],
    ['for a missing +Inf', buckets([0.1, 1], [0.2, 2]), 0.5],
    ['for +Inf alone', buckets(['+Inf', 2]), 0.5],
    ['for +Inf twice', buckets(['+Inf', 2], [Infinity, 3]), 0.5],
    ['for no observations', buckets([0.1, 0], ['+Inf', 0]), 0.5],
    ['for the smallest value of an empty lowest bucket', buckets([0.1, 0], ['+Inf', 3]), 0],
    ['for no number', POSITIVE, NaN],
    ['for a negative count', buckets([0.1, -1], ['+Inf', 3]), 0.5],
    ['for a count that is none', buckets([0.1, NaN], ['+Inf', 3]), 0.5],
    ['for a bound that is none', buckets(['fast', 1], ['+Inf', 3]), 0.5],
    ['for an empty bound', buckets(['', 1], ['+Inf', 3]), 0.5],
  ] as const)('%s', (_name, all, q) => {
    expect(histogramQuantile({ buckets: all, q })).toEqual(aReason);
  });
});

test('a bucket that ends before everything has a reason', () => {
  expect(histogramQuantile({ q: 0.5, buckets: buckets([-Infinity, 1], [1, 2], ['+Inf', 3]) })).toEqual(aReason);
});

test('the widest bucket there can be has a middle', () => {
  expect(histogramQuantile({ q: 0.5, buckets: buckets([-1.5e308, 0], [1.5e308, 4], ['+Inf', 4]) })).toBe(0);
});

test('takes buckets under the name of their label, le', () => {
  const named = POSITIVE.map(({ upperBound, count }) => ({ le: upperBound, count }));
  expect(histogramQuantile({ buckets: named, q: 0.5 })).toBe(histogramQuantile({ buckets: POSITIVE, q: 0.5 }));
});
