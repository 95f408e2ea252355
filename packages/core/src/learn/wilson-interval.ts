import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { levelFault } from './faults.ts';
import { normalQuantile } from './normal-distribution.ts';
import { type Limits, type Trials, trialsFault } from './trials.ts';

/**
 * Wilson's score limits of a share, without continuity correction: near the level on average, also for few trials and
 * shares near 0 or 1. No success gives a lower limit of exactly 0, nothing but successes an upper one of exactly 1.
 *
 * Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927); R. G.
 * Newcombe, Statistics in Medicine 17 (1998), method 3.
 *
 * @example wilsonInterval({ successes: 7, trials: 10 }) // { low: 0.3968…, high: 0.8922… }
 */
export function wilsonInterval({ successes, trials, level = 0.95 }: Trials): Limits | NoAnswer {
  const fault = trialsFault(successes, trials) ?? levelFault(level);
  if (fault !== null) return noAnswer(fault);
  const z = normalQuantile((1 - level) / 2);
  return {
    low: lowest(successes, trials, z),
    high: 1 - lowest(trials - successes, trials, z),
  };
}

/** (2s + z² − z √(z² + 4s(1 − s/n))) / 2(n + z²), written so that few successes do not cancel. */
function lowest(successes: number, trials: number, z: number): number {
  if (successes === 0) return 0;
  const square = z * z;
  const root = z * Math.sqrt(square + 4 * successes * (1 - successes / trials));
  return (2 * successes * successes) / trials / (2 * successes + square + root);
}
