import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { chancesFault, reach } from './reach.ts';

/**
 * The smallest reduction that a comparison of so many values would notice, as a share: 0.78 means that only a cut by
 * 78 % or more is seen with the given power. `sigma` is the standard deviation of the logarithms; alpha is two-sided.
 *
 * Source: the two-sample normal formula, e.g. J. M. Lachin, Controlled Clinical Trials 2 (1981), on the log scale:
 * 1 − exp(−(z(1 − α/2) + z(power)) σ √(1/n1 + 1/n2)).
 *
 * @example minimumDetectableEffect({ sigma: 1.2, n1: 10, n2: 10 }) // { reduction: 0.778… }
 */
export function minimumDetectableEffect({
  sigma,
  n1,
  n2,
  alpha = 0.05,
  power = 0.8,
}: {
  readonly sigma: number;
  readonly n1: number;
  readonly n2: number;
  readonly alpha?: number;
  readonly power?: number;
}): { readonly reduction: number } | NoAnswer {
  const fault = chancesFault(sigma, alpha, power);
  if (fault !== null) return noAnswer(fault);
  if (![n1, n2].every((n) => Number.isSafeInteger(n) && n >= 1))
    return noAnswer('Each group needs at least one value.');
  return { reduction: -Math.expm1(-reach(alpha, power) * sigma * Math.sqrt(1 / n1 + 1 / n2)) };
}
