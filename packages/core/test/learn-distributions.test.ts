import { describe, expect, test } from 'vitest';
import { betaQuantile, betaTails } from '../src/learn/beta-distribution.ts';
import { gammaQuantile, gammaTails } from '../src/learn/gamma-distribution.ts';
import { normalBeyond, normalQuantile, normalTails } from '../src/learn/normal-distribution.ts';
import values from './distribution-values.json' with { type: 'json' };

/** The values were summed from series with 40 digits. */
const BOUND = 1e-12;

function error(found: number, expected: number | undefined): number {
  return found === expected ? 0 : Math.abs(found / (expected ?? NaN) - 1);
}

test.each(values.gammaTails)('the gamma distribution of shape %f at %f', (shape = NaN, x = NaN, lower, upper) => {
  const found = gammaTails(shape, x);
  expect(error(found.lower, lower)).toBeLessThan(BOUND);
  expect(error(found.upper, upper)).toBeLessThan(BOUND);
});

test.each(values.gammaQuantiles)(
  'the quantile of the gamma distribution of shape %f at %f',
  (shape = NaN, p = NaN, x) => {
    expect(error(gammaQuantile(shape, { lower: p, upper: 1 - p }), x)).toBeLessThan(BOUND);
  },
);

test.each(values.betaTails)('the beta distribution of %f and %f at %f', (a = NaN, b = NaN, ...more) => {
  const [share = NaN, rest = NaN, lower, upper] = more;
  const found = betaTails(a, b, { share, rest });
  expect(error(found.lower, lower)).toBeLessThan(BOUND);
  expect(error(found.upper, upper)).toBeLessThan(BOUND);
});

test.each(values.betaQuantiles)(
  'the quantile of the beta distribution of %f and %f at %f',
  (a = NaN, b = NaN, ...more) => {
    const [p = NaN, share, rest] = more;
    const found = betaQuantile(a, b, { lower: p, upper: 1 - p });
    expect(error(found.share, share)).toBeLessThan(BOUND);
    expect(error(found.rest, rest)).toBeLessThan(BOUND);
  },
);

describe('the normal distribution', () => {
  test.each(values.normalTails)('above %f', (z = NaN, upper) => {
    expect(error(normalTails(z).upper, upper)).toBeLessThan(BOUND);
    expect(error(normalTails(-z).lower, upper)).toBeLessThan(BOUND);
  });

  test.each(values.normalQuantiles)('is reached by %f at', (upper = NaN, z) => {
    expect(error(normalQuantile(upper), z)).toBeLessThan(BOUND);
  });

  // As printed in every table.
  test.each([
    [0.1, 1.2815515655446004],
    [0.05, 1.6448536269514722],
    [0.025, 1.959963984540054],
    [0.005, 2.5758293035489004],
  ])('leaves %f above its table value', (upper, z) => {
    expect(normalQuantile(upper)).toBeCloseTo(z, 12);
    expect(normalBeyond(z)).toBeCloseTo(2 * upper, 13);
  });
});

test('far outside there is nothing and everything, never more', () => {
  expect(gammaTails(1e6, 1)).toEqual({ lower: 0, upper: 1 });
  expect(gammaTails(1, 1e6)).toEqual({ lower: 1, upper: 0 });
  expect(gammaTails(3, 0)).toEqual({ lower: 0, upper: 1 });
  expect(betaTails(1e6, 1, { share: 1e-9, rest: 1 - 1e-9 })).toEqual({ lower: 0, upper: 1 });
  expect(betaTails(2, 3, { share: 0, rest: 1 })).toEqual({ lower: 0, upper: 1 });
  expect(betaTails(2, 3, { share: 1, rest: 0 })).toEqual({ lower: 1, upper: 0 });
  expect(normalTails(50).upper).toBe(0);
});
