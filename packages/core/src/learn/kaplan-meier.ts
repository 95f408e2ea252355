import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { levelFault } from './faults.ts';
import { type EventTime, eventTimes, type Lifetimes, lifetimesFault } from './lifetimes.ts';
import { normalQuantile } from './normal-distribution.ts';

/** The share that lasts longer than `time`, its standard error (Greenwood) and its limits. */
export interface SurvivalStep extends EventTime {
  readonly survival: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** The steps of a survival curve, with the first time at which at most half lasts, or that this was not reached. */
export type SurvivalCurve = { readonly steps: readonly SurvivalStep[] } & (
  | { readonly median: number }
  | { readonly notReached: true }
);

/** Shares that should be exactly a half come out of products. */
const HALF = 0.5 + 1e-12;

/**
 * How long things last when some are still open: the Kaplan–Meier curve. There is a step for each time at which
 * something ended; what was last seen open at that time still counts as at risk. Before the first step all last, with
 * the limits 1 and 1. When nothing is left, the log–log limits do not exist: the lower limit is 0, the upper one stays
 * where the step before had it (1 if there was none) and the standard error is 0.
 *
 * Sources: E. L. Kaplan and P. Meier, JASA 53 (1958); M. Greenwood (1926); log–log limits: J. D. Kalbfleisch and R. L.
 * Prentice, The Statistical Analysis of Failure Time Data, 1.4.
 *
 * @example kaplanMeier({ times: [3, 5, 8], observed: [true, true, false] })
 * // { steps: [{ time: 3, atRisk: 3, events: 1, survival: 0.6667, … }, { time: 5, …, survival: 0.3333, … }], median: 5 }
 */
export function kaplanMeier({
  level = 0.95,
  ...lifetimes
}: Lifetimes & { readonly level?: number }): SurvivalCurve | NoAnswer {
  const fault = lifetimesFault(lifetimes) ?? levelFault(level);
  if (fault !== null) return noAnswer(fault);
  const z = normalQuantile((1 - level) / 2);
  const steps: SurvivalStep[] = [];
  let [survival, sum, upper] = [1, 0, 1];
  for (const moment of eventTimes(lifetimes)) {
    const { atRisk, events } = moment;
    survival *= (atRisk - events) / atRisk;
    sum += events / atRisk / (atRisk - events);
    const step = survival === 0 ? { standardError: 0, low: 0, high: upper } : limits(survival, Math.sqrt(sum), z);
    upper = step.high;
    steps.push({ ...moment, survival, ...step });
  }
  const median = steps.find((step) => step.survival <= HALF)?.time;
  return median === undefined ? { steps, notReached: true } : { steps, median };
}

function limits(
  survival: number,
  root: number,
  z: number,
): { readonly standardError: number; readonly low: number; readonly high: number } {
  const logarithm = Math.log(survival);
  const spread = (z * root) / -logarithm;
  return {
    standardError: survival * root,
    low: Math.exp(logarithm * Math.exp(spread)),
    high: Math.exp(logarithm * Math.exp(-spread)),
  };
}
