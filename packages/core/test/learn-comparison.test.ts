import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Alternative,
  mannWhitney,
  minimumDetectableEffect,
  permutationTest,
  type PermutationOptions,
  sampleSize,
} from '../src/index.ts';
import { choicesOf } from './all-choices.ts';
import { answered, aReason, holds } from './held-law.ts';
import { callsAmong } from './simulated-pairs.ts';

const TREATED = [94, 197, 16, 38, 99, 141, 23];
const CONTROL = [52, 104, 146, 10, 50, 31, 40, 27, 46];
const BEFORE = [18, 25, 9, 40, 31, 22, 55, 14];
const AFTER = [12, 16, 8, 30, 21, 11, 19];

/** Permeability of the human placenta at term and early, Hollander and Wolfe (1973), p. 69: `wilcox.test` in R. */
const CHORIOAMNION = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const EARLY = [1.15, 0.88, 0.9, 0.74, 1.21];

const group = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 7 });
const statistics = fc.constantFrom('mean', 'logMean', 'median');

describe('the permutation test', () => {
  test.each([
    ['greater', 1_608],
    ['twoSided', 3_182],
  ] as const)('of the mouse data, %s', (alternative, extreme) => {
    const found = answered(permutationTest({ a: TREATED, b: CONTROL, statistic: 'mean', alternative }));
    expect(found.difference).toBeCloseTo(30.635, 3);
    expect(found).toMatchObject({ exact: true, permutations: 11_440, p: extreme / 11_440 });
  });

  test('knows both ways to write two-sided', () => {
    const groups = { a: [1, 5, 9, 12], b: [3, 4, 30] };
    expect(permutationTest({ ...groups, alternative: 'two-sided' })).toEqual(permutationTest(groups));
  });

  test('of a median that looks a third better cannot tell', () => {
    const found = answered(permutationTest({ a: BEFORE, b: AFTER, statistic: 'median' }));
    expect(found).toEqual({ difference: 7.5, p: 1_460 / 6_435, exact: true, permutations: 6_435 });
  });

  test('compares geometric means by their logarithms', () => {
    const { difference } = answered(permutationTest({ a: BEFORE, b: AFTER, statistic: 'logMean' }));
    expect(Math.exp(-difference)).toBeCloseTo(0.661, 3);
  });

  test('takes what only rounding keeps apart as equal', () => {
    // All regroupings of tenths have few different sums, and those of 1, 2, 3 … the same ones.
    const tenths = answered(permutationTest({ a: [0.1, 0.2, 0.3, 0.7], b: [0.4, 0.5, 0.6, 0.3], statistic: 'mean' }));
    const whole = answered(permutationTest({ a: [1, 2, 3, 7], b: [4, 5, 6, 3], statistic: 'mean' }));
    expect(tenths.p).toBe(whole.p);
    const far = [1, 2, 3, 7].map((value) => value + 1_774_000_000_000);
    const farther = [4, 5, 6, 3].map((value) => value + 1_774_000_000_000);
    expect(answered(permutationTest({ a: far, b: farther, statistic: 'mean' })).p).toBe(whole.p);
  });

  test('counts as one does by hand', () => {
    const alternatives = fc.constantFrom<Alternative>('twoSided', 'greater', 'less');
    holds(
      fc.property(group, group, statistics, alternatives, (a, b, statistic, alternative) => {
        const found = answered(permutationTest({ a, b, statistic, alternative }));
        expect(found.exact).toBe(true);
        expect(found.p).toBeCloseTo(byHand({ a, b, statistic, alternative }), 12);
      }),
      100,
    );
  });

  test('turns round with the groups, knows no order and no unit', () => {
    holds(
      fc.property(group, group, statistics, (a, b, statistic) => {
        const greater = answered(permutationTest({ a, b, statistic, alternative: 'greater' }));
        const less = answered(permutationTest({ a: b, b: a, statistic, alternative: 'less' }));
        const scaled = { a: a.toReversed().map((each) => each * 60), b: b.map((each) => each * 60) };
        expect(less.p).toBe(greater.p);
        expect(less.difference).toBeCloseTo(-greater.difference, 12);
        expect(answered(permutationTest({ ...scaled, statistic, alternative: 'greater' })).p).toBe(greater.p);
      }),
      100,
    );
  });

  test('drawn, comes near to what trying all would give', () => {
    const a = Array.from({ length: 11 }, (_none, index) => (index * 7) % 23);
    const b = Array.from({ length: 11 }, (_none, index) => 5 + ((index * 11) % 29));
    const all = byHand({ a, b, statistic: 'mean', alternative: 'twoSided' });
    for (const seed of [1, 2, 3]) {
      const found = answered(permutationTest({ a, b, statistic: 'mean', draws: 40_000, seed }));
      expect(found).toMatchObject({ exact: false, permutations: 40_000 });
      expect(Math.abs(found.p - all)).toBeLessThan(4.5 * Math.sqrt((all * (1 - all)) / 40_000));
    }
  });

  test('is the same for the same seed, never 0, and draws at least ten thousand', () => {
    const a = Array.from({ length: 15 }, (_none, index) => index);
    const b = a.map((each) => each + 100);
    const found = permutationTest({ a, b, draws: 5, seed: 9 });
    expect(found).toEqual({ difference: -100, p: 1 / 10_001, exact: false, permutations: 10_000 });
    expect(permutationTest({ a, b, draws: 5, seed: 9 })).toEqual(found);
  });

  test('of equal values finds nothing', () => {
    expect(answered(permutationTest({ a: [5, 5], b: [5, 5, 5] }))).toMatchObject({ difference: 0, p: 1 });
  });

  test.each<PermutationOptions>([
    { a: [], b: [1] },
    { a: [1], b: [] },
    { a: [NaN], b: [1] },
    { a: [0, 1], b: [1], statistic: 'logMean' },
    { a: [-1, 1], b: [1], statistic: 'logMean' },
    { a: [1e308, 1.5e308], b: [-1e308, -1.5e308] },
    { a: [1], b: [2], draws: NaN },
    { a: [1], b: [2], draws: Infinity },
    { a: [1], b: [2], seed: 1.5 },
    { a: [1], b: [2], statistic: 'mode' as 'mean' },
    { a: [1], b: [2], alternative: 'other' as 'less' },
  ])('of %j has a reason instead', (options) => {
    expect(permutationTest(options)).toEqual(aReason);
  });

  test('calls at most 9 % of 200 pairs of pure noise a change, and at least 78 % of true cuts by 80 %', () => {
    for (const seed of [1, 2, 3]) {
      expect(callsAmong({ pairs: 200, size: 12, sigma: 1.2, cut: 0, seed })).toBeLessThanOrEqual(0.09 * 200);
      expect(callsAmong({ pairs: 200, size: 12, sigma: 1.2, cut: 0.8, seed })).toBeGreaterThanOrEqual(0.78 * 200);
    }
  });
});

describe('the rank-sum test', () => {
  test('of the mouse data', () => {
    const found = answered(mannWhitney({ a: TREATED, b: CONTROL }));
    expect(found).toMatchObject({ u: 36, exact: true, effect: 36 / 63 });
    expect(found.p).toBeCloseTo(0.6806, 4);
  });

  test('of before and after', () => {
    const found = answered(mannWhitney({ a: BEFORE, b: AFTER }));
    expect(found).toMatchObject({ u: 41, exact: true, shift: -8 });
    expect(found.p).toBeCloseTo(0.152, 4);
    expect(found.effect).toBeCloseTo(0.732, 3);
  });

  test('of the example of wilcox.test in R: W = 35, half of p is 0.1272', () => {
    const found = answered(mannWhitney({ a: CHORIOAMNION, b: EARLY }));
    expect(found.u).toBe(35);
    expect(found.p / 2).toBeCloseTo(0.1272, 4);
    expect(found.shift).toBeCloseTo(-0.305, 12);
  });

  test('with ties goes by the normal distribution, corrected', () => {
    const found = answered(mannWhitney({ a: [1, 2, 2, 3, 5, 5, 8], b: [2, 4, 5, 6, 8, 9, 9, 10] }));
    expect(found).toMatchObject({ u: 11.5, exact: false, shift: 3 });
    expect(found.p).toBeCloseTo(0.06170669002831265, 12);
  });

  test('of fifty and more goes by the normal distribution', () => {
    const a = Array.from({ length: 60 }, (_none, index) => ((index + 1) * 1.37) % 7.1);
    const b = Array.from({ length: 55 }, (_none, index) => (((index + 1) * 2.11) % 6.3) + 0.0013);
    const found = answered(mannWhitney({ a, b }));
    expect(found).toMatchObject({ u: 2_199, exact: false });
    expect(found.p).toBeCloseTo(0.002133357038567024, 12);
    expect(found.shift).toBeCloseTo(-1.1787, 10);
  });

  test('its exact p is near that of the normal distribution for groups of 49', () => {
    const a = Array.from({ length: 49 }, (_none, index) => index + 0.5);
    const b = Array.from({ length: 49 }, (_none, index) => index + 9);
    const exact = answered(mannWhitney({ a, b }));
    const near = answered(mannWhitney({ a: [...a, a[0]!], b }));
    expect(exact.exact).toBe(true);
    expect(Math.abs(exact.p - near.p)).toBeLessThan(0.01);
  });

  test('turns round with the groups, and the shift is the median of all differences', () => {
    holds(
      fc.property(group, group, (a, b) => {
        fc.pre(new Set([...a, ...b]).size > 1);
        const [found, turned] = [answered(mannWhitney({ a, b })), answered(mannWhitney({ a: b, b: a }))];
        const differences = a.flatMap((each) => b.map((other) => other - each)).toSorted((x, y) => x - y);
        expect(found.u + turned.u).toBe(a.length * b.length);
        expect(turned.p).toBeCloseTo(found.p, 12);
        expect(found.p > 0 && found.p <= 1).toBe(true);
        expect(found.shift).toBe(medianOf(differences));
      }),
    );
  });

  test('of two groups of five thousand needs no table of all pairs', () => {
    const a = Array.from({ length: 5_000 }, (_none, index) => (index * 7_919) % 10_007);
    expect(answered(mannWhitney({ a, b: a.map((each) => each + 0.25) })).shift).toBe(0.25);
  });

  test.each([
    { a: [], b: [1] },
    { a: [1], b: [NaN] },
    { a: [3, 3], b: [3] },
    { a: [1.7e308], b: [-1.7e308] },
  ])('of %j has a reason instead', (options) => {
    expect(mannWhitney(options)).toEqual(aReason);
  });
});

describe('what so many values could show', () => {
  test.each([
    [5, 0.881],
    [10, 0.778],
    [20, 0.655],
    [50, 0.49],
    [100, 0.378],
    [500, 0.192],
  ])('with %i in each group', (n, reduction) => {
    expect(answered(minimumDetectableEffect({ sigma: 1.2, n1: n, n2: n })).reduction).toBeCloseTo(reduction, 3);
  });

  test.each([
    [0.1, 2_037],
    [0.2, 454],
    [0.3, 178],
    [0.5, 48],
    [0.8, 9],
  ])('a reduction by %f needs so many', (reduction, perGroup) => {
    expect(sampleSize({ sigma: 1.2, reduction })).toEqual({ perGroup });
  });

  test('and how many are needed agree, and both ask more of a higher power', () => {
    const shares = fc.double({ min: 0.02, max: 0.95, noNaN: true });
    holds(
      fc.property(fc.double({ min: 0.1, max: 3, noNaN: true }), shares, (sigma, reduction) => {
        const { perGroup: n } = answered(sampleSize({ sigma, reduction }));
        expect(answered(minimumDetectableEffect({ sigma, n1: n, n2: n })).reduction).toBeLessThanOrEqual(
          reduction + 1e-12,
        );
        expect(answered(sampleSize({ sigma, reduction, power: 0.9 })).perGroup).toBeGreaterThanOrEqual(n);
        const fewer = Math.max(1, n - 1);
        const { reduction: seen } = answered(minimumDetectableEffect({ sigma, n1: fewer, n2: fewer }));
        expect(n === 1 || seen > reduction).toBe(true);
      }),
    );
  });

  test.each([
    { sigma: 0, n: 5 },
    { sigma: NaN, n: 5 },
    { sigma: 1, n: 0 },
    { sigma: 1, n: 2.5 },
    { sigma: 1, n: 5, alpha: 0 },
    { sigma: 1, n: 5, power: 1 },
    { sigma: 1, n: 5, power: 0.01 },
  ])('with %j has a reason instead', ({ n, ...options }) => {
    expect(minimumDetectableEffect({ n1: n, n2: n, ...options })).toEqual(aReason);
  });

  test.each([
    { sigma: 1, reduction: 0 },
    { sigma: 1, reduction: 1 },
    { sigma: 1, reduction: 1e-300 },
    { sigma: -1, reduction: 0.5 },
    { sigma: 1, reduction: 0.5, power: NaN },
  ])('needed for %j has a reason instead', (options) => {
    expect(sampleSize(options)).toEqual(aReason);
  });
});

function byHand({ a, b, statistic = 'mean', alternative = 'twoSided' }: PermutationOptions): number {
  const all = [...a, ...b];
  const of = (values: readonly number[]): number => {
    if (statistic === 'median') return medianOf(values.toSorted((x, y) => x - y));
    return values.reduce((sum, value) => sum + (statistic === 'mean' ? value : Math.log(value)), 0) / values.length;
  };
  const differences = choicesOf(all.length, a.length).map((choice) => {
    const chosen = new Set(choice);
    return of(all.filter((_value, at) => chosen.has(at))) - of(all.filter((_value, at) => !chosen.has(at)));
  });
  const observed = of(a) - of(b);
  const farther = (each: number): boolean => Math.abs(each) > Math.abs(observed) - 1e-9;
  const extreme = {
    twoSided: farther,
    'two-sided': farther,
    greater: (each: number) => each > observed - 1e-9,
    less: (each: number) => each < observed + 1e-9,
  }[alternative];
  return differences.filter(extreme).length / differences.length;
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
