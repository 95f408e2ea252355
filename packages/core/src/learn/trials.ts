import { countFault } from './faults.ts';

/** So many successes in so many independent trials. */
export interface Trials {
  readonly successes: number;
  readonly trials: number;
  readonly level?: number;
}

/** The lower and the upper limit of an interval. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Says what is wrong with a number of successes in a number of trials, or null. */
export function trialsFault(successes: number, trials: number): string | null {
  const fault = countFault(successes) ?? countFault(trials);
  if (fault !== null) return fault;
  if (trials === 0) return 'There were no trials.';
  return successes <= trials ? null : 'There are more successes than trials: please check both numbers.';
}
