import { normalQuantile } from './normal-distribution.ts';

/** Says what is wrong with a spread, a two-sided chance of a false alarm and a power, or null. */
export function chancesFault(sigma: number, alpha: number, power: number): string | null {
  if (!(sigma > 0 && sigma < Infinity)) return 'The spread of the logarithms is a number above 0.';
  if (!(alpha > 0 && alpha < 1)) return 'alpha lies between 0 and 1, such as 0.05.';
  if (!(power > alpha / 2 && power < 1)) return 'The power lies between half of alpha and 1, such as 0.8.';
  return null;
}

/**
 * How many standard errors away an effect must be to be noticed with the given power. Where the power is all but half of
 * alpha the two quantiles cancel, and what rounding leaves of them may lie below 0.
 */
export function reach(alpha: number, power: number): number {
  return Math.max(0, normalQuantile(alpha / 2) + normalQuantile(1 - power));
}
