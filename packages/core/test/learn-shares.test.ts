import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearsonInterval, wilsonInterval } from '../src/index.ts';
import { answered, aReason, holds } from './held-law.ts';

const intervals = [
  ['Wilson', wilsonInterval],
  ['Clopper and Pearson', clopperPearsonInterval],
] as const;

// The four cases with which Newcombe (1998) compares methods, and three of the reference.
test.each([
  [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
  [15, 148, [0.0624, 0.1605], [0.0578, 0.1617]],
  [0, 20, [0, 0.1611], [0, 0.1684]],
  [1, 29, [0.0061, 0.1718], [0.0009, 0.1776]],
  [7, 10, [0.3968, 0.8922], [0.3475, 0.9333]],
  [9, 9, [0.7009, 1], [0.6637, 1]],
])('%i of %i', (successes, trials, wilson, exact) => {
  const limits = intervals.map(([, interval]) => answered(interval({ successes, trials })));
  expect(limits.map(({ low, high }) => [low, high].map((each) => Number(each.toFixed(4))))).toEqual([wilson, exact]);
});

test('the exact limits of 682 of 925 are those of binom.test in R', () => {
  const { low, high } = answered(clopperPearsonInterval({ successes: 682, trials: 925 }));
  expect(low).toBeCloseTo(0.7076683, 7);
  expect(high).toBeCloseTo(0.7654066, 7);
});

describe.each(intervals)('the interval of %s', (_name, interval) => {
  test('holds the share, lies in 0 to 1, grows with the level and turns round with failures', () => {
    const cases = fc
      .integer({ min: 1, max: 3_000 })
      .chain((trials) => fc.tuple(fc.nat({ max: trials }), fc.constant(trials)));
    const levels = fc.double({ min: 0.01, max: 0.999, noNaN: true });
    holds(
      fc.property(cases, levels, ([successes, trials], level) => {
        const found = answered(interval({ successes, trials, level }));
        const wider = answered(interval({ successes, trials, level: (1 + level) / 2 }));
        const turned = answered(interval({ successes: trials - successes, trials, level }));
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(found.low).toBeLessThanOrEqual(successes / trials + 1e-15);
        expect(found.high).toBeGreaterThanOrEqual(successes / trials - 1e-15);
        expect(wider.low).toBeLessThanOrEqual(found.low);
        expect(wider.high).toBeGreaterThanOrEqual(found.high);
        expect(turned.low).toBeCloseTo(1 - found.high, 12);
      }),
    );
  });

  test('ends at exactly 0 and 1 where all trials went one way', () => {
    expect(answered(interval({ successes: 0, trials: 1_000_000 })).low).toBe(0);
    expect(answered(interval({ successes: 1_000_000, trials: 1_000_000 })).high).toBe(1);
  });

  test.each([
    { successes: 0, trials: 0 },
    { successes: 3, trials: 2 },
    { successes: -1, trials: 2 },
    { successes: 0.5, trials: 2 },
    { successes: 1, trials: NaN },
    { successes: 1, trials: 2, level: 1 },
    { successes: 1, trials: 2, level: -0.5 },
  ])('of %j is a reason instead', (options) => {
    expect(interval(options)).toEqual(aReason);
  });
});
