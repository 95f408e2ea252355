import { noAnswer, type NoAnswer } from '../measure/index.ts';
import type { Share } from './beta-distribution.ts';
import { binomialAtLeast, binomialAtMost, binomialProbability } from './binomial-distribution.ts';
import { exactShares } from './clopper-pearson-interval.ts';
import { countFault, levelFault } from './faults.ts';

/** Two counts, each with its exposure in the same unit. */
export interface TwoCounts {
  readonly count1: number;
  readonly exposure1: number;
  readonly count2: number;
  readonly exposure2: number;
  readonly level?: number;
}

/** How many times the second rate the first is, its limits, and the probability of a split as unlikely as this. */
export interface RateRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/** Outcomes that differ only by rounding are as probable as each other; R allows them the same. */
const AS_PROBABLE = 1 + 1e-7;

const MOST_UNLIKE = 1e15;

/**
 * The ratio of two Poisson rates, (count1 / exposure1) / (count2 / exposure2), with exact limits and the exact
 * two-sided p for equal rates, given the sum of both counts. p adds up every split that is at most as probable as the
 * one seen. As in R, a count2 of 0 gives a ratio and an upper limit of Infinity and a count1 of 0 a ratio and a lower
 * limit of 0; two counts of 0 have no answer.
 *
 * Source: E. L. Lehmann and J. P. Romano, Testing Statistical Hypotheses, 4.5; the example is R's `poisson.test`.
 *
 * @example poissonRateRatio({ count1: 11, exposure1: 800, count2: 21, exposure2: 3011 })
 * // { ratio: 1.971488…, low: 0.858426…, high: 4.277265…, p: 0.07967… }
 */
export function poissonRateRatio(options: TwoCounts): RateRatio | NoAnswer {
  const { count1, exposure1, count2, exposure2, level = 0.95 } = options;
  const fault = countFault(count1) ?? countFault(count2) ?? levelFault(level);
  if (fault !== null) return noAnswer(fault);
  const exposure = exposure1 + exposure2;
  if (!(exposure1 > 0 && exposure2 > 0 && exposure < Infinity)) return noAnswer('A rate needs an exposure above 0.');
  const stretch = exposure2 / exposure1;
  if (stretch < 1 / MOST_UNLIKE || stretch > MOST_UNLIKE)
    return noAnswer('The two exposures are too unlike to compare.');
  const trials = count1 + count2;
  if (trials === 0) return noAnswer('Nothing happened in either period, so there is no ratio.');
  const { low, high } = exactShares(count1, trials, level);
  return {
    // A zero with a sign is a zero all the same.
    ratio: (count1 / Math.abs(count2)) * stretch,
    low: (low.share / low.rest) * stretch,
    high: (high.share / high.rest) * stretch,
    p: twoSided(count1, trials, { share: exposure1 / exposure, rest: exposure2 / exposure }),
  };
}

function twoSided(successes: number, trials: number, share: Share): number {
  const expected = trials * share.share;
  if (successes === expected) return 1;
  if (successes > expected) return twoSided(trials - successes, trials, { share: share.rest, rest: share.share });
  const most = binomialProbability(successes, trials, share) * AS_PROBABLE;
  // Beyond its mean the probability falls from one outcome to the next, so the first that is low enough can be sought.
  let [from, to] = [Math.ceil(expected), trials + 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (binomialProbability(middle, trials, share) <= most) to = middle;
    else from = middle + 1;
  }
  const other = from > trials ? 0 : binomialAtLeast(from, trials, share);
  return Math.min(1, binomialAtMost(successes, trials, share) + other);
}
