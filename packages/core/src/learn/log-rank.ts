import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { eventTimes, type Lifetimes, lifetimesFault } from './lifetimes.ts';
import { normalBeyond } from './normal-distribution.ts';

/** How many of group a ended, how many would have if both groups were alike, and how surprising the difference is. */
export interface LogRank {
  readonly observed: number;
  readonly expected: number;
  readonly variance: number;
  readonly chiSquare: number;
  readonly p: number;
}

/**
 * Whether two groups last alike, with some still open: the log-rank test. `observed` and `expected` are those of group
 * a; p is two-sided, by the χ² distribution with one degree of freedom.
 *
 * Source: N. Mantel, Cancer Chemotherapy Reports 50 (1966); R. Peto and J. Peto, JRSS A 135 (1972).
 *
 * @example logRank({ a: { times: [9, 13, 13], observed: [true, true, false] }, b: { times: [5, 5, 8], observed: [true, true, true] } })
 * // { observed: 2, expected: 3.75, variance: 0.5875, chiSquare: 5.212…, p: 0.0224… }
 */
export function logRank({ a, b }: { readonly a: Lifetimes; readonly b: Lifetimes }): LogRank | NoAnswer {
  const fault = lifetimesFault(a) ?? lifetimesFault(b);
  if (fault !== null) return noAnswer(fault);
  const both = { times: [...a.times, ...b.times], observed: [...a.observed, ...b.observed] };
  const times = Float64Array.from(a.times).toSorted();
  let [expected, variance, gone] = [0, 0, 0];
  for (const { time, atRisk, events } of eventTimes(both)) {
    while ((times[gone] ?? Infinity) < time) gone += 1;
    const share = (times.length - gone) / atRisk;
    expected += events * share;
    if (atRisk > 1) variance += (events * share * (1 - share) * (atRisk - events)) / (atRisk - 1);
  }
  if (variance === 0) return noAnswer('Nothing ended while both groups were followed, so they cannot be compared.');
  const observed = a.observed.filter(Boolean).length;
  const chiSquare = (observed - expected) ** 2 / variance;
  return { observed, expected, variance, chiSquare, p: normalBeyond(Math.sqrt(chiSquare)) };
}
