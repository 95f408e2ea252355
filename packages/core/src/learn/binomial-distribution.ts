import { betaTails, type Share } from './beta-distribution.ts';
import { binomialDensity } from './saddle-point.ts';

/** The probability of exactly so many successes. */
export function binomialProbability(successes: number, trials: number, { share, rest }: Share): number {
  if (trials === 0) return 1;
  if (successes === 0) return Math.exp(trials * logarithm(rest, share));
  if (successes === trials) return Math.exp(trials * logarithm(share, rest));
  return binomialDensity(successes, trials - successes, share, rest);
}

/** The probability of at most so many successes. */
export function binomialAtMost(successes: number, trials: number, { share, rest }: Share): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return betaTails(trials - successes, successes + 1, { share: rest, rest: share }).lower;
}

/** The probability of at least so many successes. */
export function binomialAtLeast(successes: number, trials: number, { share, rest }: Share): number {
  return binomialAtMost(trials - successes, trials, { share: rest, rest: share });
}

function logarithm(share: number, rest: number): number {
  return rest < 0.5 ? Math.log1p(-rest) : Math.log(share);
}
