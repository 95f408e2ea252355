import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { chancesFault, reach } from './reach.ts';

/**
 * How many values each of two equal groups needs, rounded up, so that a reduction by this share is noticed with the
 * given power. `sigma` is the standard deviation of the logarithms; alpha is two-sided.
 *
 * Source: as for `minimumDetectableEffect`, solved for n: 2 ((z(1 − α/2) + z(power)) σ / ln(1 − reduction))².
 *
 * @example sampleSize({ sigma: 1.2, reduction: 0.5 }) // { perGroup: 48 }
 */
export function sampleSize({
  sigma,
  reduction,
  alpha = 0.05,
  power = 0.8,
}: {
  readonly sigma: number;
  readonly reduction: number;
  readonly alpha?: number;
  readonly power?: number;
}): { readonly perGroup: number } | NoAnswer {
  const fault = chancesFault(sigma, alpha, power);
  if (fault !== null) return noAnswer(fault);
  if (!(reduction > 0 && reduction < 1)) return noAnswer('A reduction is a share between 0 and 1, such as 0.5.');
  const perGroup = Math.max(1, Math.ceil(2 * ((reach(alpha, power) * sigma) / Math.log1p(-reduction)) ** 2));
  return Number.isSafeInteger(perGroup)
    ? { perGroup }
    : noAnswer('No number of values would show so small a reduction.');
}
