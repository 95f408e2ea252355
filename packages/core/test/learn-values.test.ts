import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrap, ecdfBand, medianInterval, quantile } from '../src/index.ts';
import { answered, aReason, holds } from './held-law.ts';

const SKEWED = [12, 18, 25, 31, 44, 52, 75, 120, 480];
const MICE = [94, 197, 16, 38, 99, 141, 23];

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_none, index) => index + 1);

describe('a quantile', () => {
  test.each([
    ['linear', [25, 44, 75, 192, 336]],
    ['nearestRank', [25, 44, 75, 480, 480]],
  ] as const)('%s of nine skewed durations', (method, expected) => {
    const found = [0.25, 0.5, 0.75, 0.9, 0.95].map((q) => quantile({ values: SKEWED, q, method }));
    expect(found.map((each) => Math.round(answered(each) * 1e9) / 1e9)).toEqual(expected);
  });

  test('is linear unless told otherwise', () => {
    expect(quantile({ values: [1, 2, 3, 4], q: 0.5 })).toBe(2.5);
  });

  test('by nearest rank is not pushed on by binary fractions', () => {
    expect(quantile({ values: upTo(100), q: 0.07, method: 'nearestRank' })).toBe(7);
    expect(quantile({ values: upTo(10), q: 0.3, method: 'nearestRank' })).toBe(3);
    expect(quantile({ values: upTo(10), q: 0, method: 'nearestRank' })).toBe(1);
  });

  // The five printed places of the example for nearest rank, which many texts share.
  test.each([
    [0.05, 15],
    [0.3, 20],
    [0.4, 20],
    [0.5, 35],
    [1, 50],
  ])('by nearest rank at %f of 15, 20, 35, 40, 50 is %i', (q, expected) => {
    expect(quantile({ values: [40, 15, 50, 20, 35], q, method: 'nearestRank' })).toBe(expected);
  });

  test('lies among the values, rises with q, and knows no order', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    holds(
      fc.property(values, shares, shares, fc.constantFrom('linear', 'nearestRank'), (all, p, q, method) => {
        const [less, more] = [Math.min(p, q), Math.max(p, q)].map((each) =>
          answered(quantile({ values: all, q: each, method })),
        );
        const highest = more ?? NaN;
        expect(less).toBeLessThanOrEqual(highest + 1e-9 * Math.max(1, Math.abs(highest)));
        expect(quantile({ values: all.toReversed(), q, method })).toBe(quantile({ values: all, q, method }));
        expect(quantile({ values: all, q: 0, method })).toBe(Math.min(...all) + 0);
        expect(quantile({ values: all, q: 1, method })).toBe(Math.max(...all) + 0);
      }),
    );
  });

  test.each([
    { values: [], q: 0.5 },
    { values: [1, NaN], q: 0.5 },
    { values: [1, Infinity], q: 0.5 },
    { values: [1], q: -0.1 },
    { values: [1], q: 1.1 },
    { values: [1], q: NaN },
    { values: [1], q: 0.5, method: 'toString' as 'linear' },
  ])('of %j is a reason instead', (options) => {
    expect(quantile(options)).toEqual(aReason);
  });
});

describe('the interval of a median', () => {
  test.each([
    [6, 1, 6, 0.9688],
    [9, 2, 8, 0.9609],
    [15, 4, 12, 0.9648],
    [30, 10, 21, 0.9572],
  ])('of %i values goes from the %i. to the %i.', (n, low, high, coverage) => {
    const found = answered(medianInterval({ values: upTo(n).toReversed() }));
    expect(found).toEqual({ median: (n + 1) / 2, low, high, coverage: expect.closeTo(coverage, 4) as number });
  });

  test('of nine skewed durations', () => {
    const found = answered(medianInterval({ values: SKEWED }));
    expect(found).toEqual({ median: 44, low: 18, high: 120, coverage: expect.closeTo(0.9609375, 12) as number });
  });

  test.each([0, 1, 2, 3, 4, 5])('of %i values has none at 95 %%', (n) => {
    expect(medianInterval({ values: upTo(n) })).toEqual(aReason);
  });

  test('reaches its level, holds the median, and no narrower pair would do', () => {
    const levels = fc.double({ min: 0.05, max: 0.99, noNaN: true });
    holds(
      fc.property(fc.integer({ min: 8, max: 400 }), levels, (n, level) => {
        const { median, low, high, coverage } = answered(medianInterval({ values: upTo(n), level }));
        expect(coverage).toBeGreaterThanOrEqual(level);
        expect(low).toBeLessThanOrEqual(median);
        expect(high).toBe(n + 1 - low);
        const narrower = chanceBetween(n, low + 1);
        expect(low + 1 > n / 2 || narrower < level + 1e-12).toBe(true);
        expect(coverage).toBeCloseTo(chanceBetween(n, low), 10);
      }),
    );
  });

  test('of a hundred thousand values is found at once', () => {
    const { low, high } = answered(medianInterval({ values: upTo(100_000) }));
    expect([low, high]).toEqual([49_690, 50_311]);
  });

  test.each([{ values: [NaN, 1, 2, 3, 4, 5, 6] }, { values: upTo(9), level: 1 }])('of %j has a reason', (options) => {
    expect(medianInterval(options)).toEqual(aReason);
  });
});

describe('the band of a distribution', () => {
  test('of nine values is 45.27 points to either side', () => {
    const { epsilon, steps } = answered(ecdfBand({ values: SKEWED }));
    expect(epsilon).toBeCloseTo(0.4527, 4);
    expect(steps).toHaveLength(9);
    expect(steps[0]).toEqual({ value: 12, share: 1 / 9, low: 0, high: 1 / 9 + epsilon });
    expect(steps[8]).toEqual({ value: 480, share: 1, low: 1 - epsilon, high: 1 });
  });

  test('of a hundred values at 95 % is 13.58 points wide to either side', () => {
    expect(answered(ecdfBand({ values: upTo(100) })).epsilon).toBeCloseTo(0.1358, 4);
  });

  test('steps up at each different value to 1, within 0 and 1, whatever the order', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (all) => {
        const { steps } = answered(ecdfBand({ values: all }));
        expect(steps.map(({ value }) => value)).toEqual([...new Set(all)].toSorted((a, b) => a - b));
        for (const { value, share, low, high } of steps) {
          expect(share).toBe(all.filter((each) => each <= value).length / all.length);
          expect(low >= 0 && low <= share && share <= high && high <= 1).toBe(true);
        }
        expect(ecdfBand({ values: all.toReversed() })).toEqual(ecdfBand({ values: all }));
      }),
    );
  });

  test.each([{ values: [] }, { values: [NaN] }, { values: [1], level: 0 }])('of %j is a reason instead', (options) => {
    expect(ecdfBand(options)).toEqual(aReason);
  });
});

describe('the bootstrap', () => {
  test.each([1, 2, 3, 20_260_501])('of the mouse data lands near its exact errors with the seed %i', (seed) => {
    const mean = answered(bootstrap({ values: MICE, statistic: 'mean', resamples: 20_000, seed }));
    const median = answered(bootstrap({ values: MICE, statistic: 'median', resamples: 20_000, seed }));
    expect([mean.estimate, median.estimate]).toEqual([expect.closeTo(86.857, 3), 94]);
    expect(Math.abs(mean.standardError / 23.36 - 1)).toBeLessThan(0.03);
    expect(Math.abs(median.standardError / 37.83 - 1)).toBeLessThan(0.03);
    expect(mean.seed).toBe(seed);
  });

  test('of a median finds each value as often as it should', () => {
    // Efron and Tibshirani's exact chances put 0.0102 + 0.0981 below 38 and 0.0102 above 141.
    const { low, high } = answered(bootstrap({ values: MICE, statistic: 'median', resamples: 40_000, level: 0.9 }));
    expect([low, high]).toEqual([23, 141]);
  });

  test('gives the same for the same seed in any order of the values, and something else for another', () => {
    const found = bootstrap({ values: MICE, seed: 7 });
    expect(bootstrap({ values: MICE.toReversed(), seed: 7 })).toEqual(found);
    expect(bootstrap({ values: MICE, seed: 8 })).not.toEqual(found);
  });

  test('holds its estimate, and follows scale', () => {
    const some = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 12 });
    const statistics = fc.constantFrom('mean', 'median', 'geometricMean');
    holds(
      fc.property(some, statistics, fc.nat(), (all, statistic, seed) => {
        const found = answered(bootstrap({ values: all, statistic, resamples: 200, seed }));
        const scaled = answered(bootstrap({ values: all.map((each) => each * 4), statistic, resamples: 200, seed }));
        expect(found.low).toBeLessThanOrEqual(found.estimate * (1 + 1e-9));
        expect(found.high).toBeGreaterThanOrEqual(found.estimate * (1 - 1e-9));
        expect(scaled.standardError).toBeCloseTo(4 * found.standardError, 6);
        expect(scaled.high).toBeCloseTo(4 * found.high, 6);
      }),
      50,
    );
  });

  test('of an even number of values takes the middle of two', () => {
    const { estimate, low, high } = answered(bootstrap({ values: [4, 2], statistic: 'median', level: 0.99 }));
    expect([estimate, low, high]).toEqual([3, 2, 4]);
  });

  test('of ten thousand values is quick enough to wait for', () => {
    const many = Array.from({ length: 10_000 }, (_none, index) => (index * 7_919) % 10_007);
    const { low, high } = answered(bootstrap({ values: many, statistic: 'median', resamples: 1_000 }));
    expect(low).toBeGreaterThan(4_800);
    expect(high).toBeLessThan(5_200);
  });

  test('of equal values knows no error', () => {
    expect(bootstrap({ values: [5, 5, 5] })).toEqual({ estimate: 5, standardError: 0, low: 5, high: 5, seed: 1 });
  });

  test.each([
    { values: [] },
    { values: [3] },
    { values: [1, NaN] },
    { values: [1e308, 1.7e308] },
    { values: [0, 1], statistic: 'geometricMean' as const },
    { values: [1, 2], resamples: 5 },
    { values: [1, 2], resamples: Infinity },
    { values: [1, 2], seed: 0.5 },
    { values: [1, 2], level: 1 },
    { values: [1, 2], statistic: 'mode' as 'mean' },
  ])('of %j is a reason instead', (options) => {
    expect(bootstrap(options)).toEqual(aReason);
  });
});

/** The chance that between `place` and n − place of n fair coins show heads, summed coin by coin. */
function chanceBetween(n: number, place: number): number {
  let chance = 0.5 ** n;
  let below = 0;
  for (let heads = 0; heads < place; heads += 1) {
    below += chance;
    chance *= (n - heads) / (heads + 1);
  }
  return 1 - 2 * below;
}
