import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { betaQuantile, type Share } from './beta-distribution.ts';
import { levelFault } from './faults.ts';
import { type Limits, type Trials, trialsFault } from './trials.ts';

/**
 * The exact limits of a share, which are never too narrow. No success gives a lower limit of 0, nothing but successes
 * an upper one of 1.
 *
 * Source: C. J. Clopper and E. S. Pearson, The Use of Confidence or Fiducial Limits Illustrated in the Case of the
 * Binomial, Biometrika 26 (1934).
 *
 * @example clopperPearsonInterval({ successes: 7, trials: 10 }) // { low: 0.3475…, high: 0.9333… }
 */
export function clopperPearsonInterval({ successes, trials, level = 0.95 }: Trials): Limits | NoAnswer {
  const fault = trialsFault(successes, trials) ?? levelFault(level);
  if (fault !== null) return noAnswer(fault);
  const { low, high } = exactShares(successes, trials, level);
  return { low: low.share, high: high.share };
}

/** The same limits, each with what is missing to 1. */
export function exactShares(
  successes: number,
  trials: number,
  level: number,
): { readonly low: Share; readonly high: Share } {
  const failures = trials - successes;
  const beyond = (1 - level) / 2;
  const [near, far] = [beyond, 1 - beyond];
  return {
    low: successes === 0 ? { share: 0, rest: 1 } : betaQuantile(successes, failures + 1, { lower: near, upper: far }),
    high: failures === 0 ? { share: 1, rest: 0 } : betaQuantile(successes + 1, failures, { lower: far, upper: near }),
  };
}
