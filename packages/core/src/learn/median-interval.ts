import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { binomialAtMost } from './binomial-distribution.ts';
import { levelFault, valuesFault } from './faults.ts';
import { linearQuantile } from './quantile.ts';

/** A median, its limits, and how probable it is that limits made in this way hold the true one. */
export interface MedianInterval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

const HALF = { share: 0.5, rest: 0.5 };

/**
 * The median with limits that are two of the values themselves and assume nothing about their distribution: the
 * narrowest symmetric pair whose coverage reaches the level. Too few values have no such pair: five or fewer at 95 %.
 *
 * Source: W. R. Thompson, Annals of Mathematical Statistics 7 (1936); H. A. David and H. N. Nagaraja, Order Statistics,
 * 7.1.
 *
 * @example medianInterval({ values: [12, 18, 25, 31, 44, 52, 75, 120, 480] })
 * // { median: 44, low: 18, high: 120, coverage: 0.9609375 }
 */
export function medianInterval({
  values,
  level = 0.95,
}: {
  readonly values: readonly number[];
  readonly level?: number;
}): MedianInterval | NoAnswer {
  const fault = valuesFault(values) ?? levelFault(level);
  if (fault !== null) return noAnswer(fault);
  const n = values.length;
  if (coverageOf(1, n) < level)
    return noAnswer(`${n === 1 ? 'One value is' : `${n} values are`} too few for an interval at this level.`);
  let [from, to] = [1, Math.ceil(n / 2)];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (coverageOf(middle, n) >= level) from = middle;
    else to = middle - 1;
  }
  const sorted = Float64Array.from(values).toSorted();
  const [low = 0, high = 0] = [sorted[from - 1], sorted[n - from]];
  return { median: linearQuantile(sorted, 0.5), low, high, coverage: coverageOf(from, n) };
}

/** The probability that the median lies between the values at this place from below and from above. */
function coverageOf(place: number, n: number): number {
  return 1 - 2 * binomialAtMost(place - 1, n, HALF);
}
