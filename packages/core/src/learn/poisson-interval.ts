import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { countFault, levelFault } from './faults.ts';
import { gammaQuantile } from './gamma-distribution.ts';

/** What the exact limits of a rate are made from. */
export interface PoissonCount {
  /** How many happened: a whole number, at most 10¹². */
  readonly count: number;
  /** In how much time, or of whatever else the rate is per. */
  readonly exposure: number;
  readonly level?: number;
}

/** A rate per unit of the exposure, and its limits. */
export interface RateInterval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A rate with its exact limits, for counts of what happens independently at a constant rate. Nothing seen gives a rate
 * and a lower limit of 0 and still an upper limit; both sides take half of what the level leaves, also then.
 *
 * Source: F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28 (1936); NIST/SEMATECH e-Handbook
 * 8.4.5.1.
 *
 * @example poissonInterval({ count: 137, exposure: 24.19893 }) // { rate: 5.661407…, low: 4.753125…, high: 6.692709… }
 */
export function poissonInterval({ count, exposure, level = 0.95 }: PoissonCount): RateInterval | NoAnswer {
  const fault = countFault(count) ?? levelFault(level);
  if (fault !== null) return noAnswer(fault);
  if (!(exposure > 0 && exposure < Infinity)) return noAnswer('A rate needs an exposure above 0.');
  const beyond = (1 - level) / 2;
  const [near, far] = [beyond, 1 - beyond];
  const low = count === 0 ? 0 : gammaQuantile(count, { lower: near, upper: far }) / exposure;
  const high = gammaQuantile(count + 1, { lower: far, upper: near }) / exposure;
  if (high === Infinity) return noAnswer('The exposure is too small for a rate.');
  return { rate: count / exposure, low, high };
}
