import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { valuesFault } from './faults.ts';
import { normalBeyond } from './normal-distribution.ts';

/**
 * Whether what happens comes more often or more rarely as time goes on, from 0 to `end`. Above 0 `z` says that it came
 * later rather than earlier (more and more often), below 0 the other way; `p` is two-sided, by the normal distribution,
 * which is near from four times on. All times lie in the observed period.
 *
 * Source: D. R. Cox and P. A. W. Lewis, The Statistical Analysis of Series of Events, 1966, 3.3; NIST/SEMATECH
 * e-Handbook 8.2.3.4.
 *
 * @example laplaceTrend({ times: [10, 35, 60, 90, 120, 150], end: 180 }) // { z: -0.5893…, p: 0.5557… }
 */
export function laplaceTrend({
  times,
  end,
}: {
  readonly times: readonly number[];
  readonly end: number;
}): { readonly z: number; readonly p: number } | NoAnswer {
  const fault = valuesFault(times);
  if (fault !== null) return noAnswer(fault);
  if (!(end > 0 && end < Infinity)) return noAnswer('The observed period needs an end after its start.');
  if (times.some((time) => time < 0 || time > end)) return noAnswer('A time lies outside the observed period.');
  const mean = times.reduce((sum, time) => sum + time / end, 0) / times.length;
  const z = (mean - 0.5) * Math.sqrt(12 * times.length);
  return { z, p: normalBeyond(z) };
}
