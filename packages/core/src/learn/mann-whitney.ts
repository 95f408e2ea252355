import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { valuesFault } from './faults.ts';
import { normalBeyond } from './normal-distribution.ts';
import { medianDifference } from './median-difference.ts';
import { rankSumTail } from './rank-sum.ts';

export interface MannWhitney {
  /** In how many pairs the value of a is above that of b; equal ones count half. */
  readonly u: number;
  /** Two-sided. */
  readonly p: number;
  readonly exact: boolean;
  /** u as a share of all pairs: 0.5 where neither group lies above the other. */
  readonly effect: number;
  /** How far b lies from a: the median of all differences b − a (Hodges and Lehmann). */
  readonly shift: number;
}

/** Both groups must be smaller for an exact p, as in R. */
const EXACT_BELOW = 50;

/**
 * Whether the values of one group tend to lie above those of the other: the rank-sum test. p is exact where no two
 * values are equal and both groups have fewer than 50, else by the normal distribution with corrections for ties and
 * for continuity.
 *
 * Sources: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947); J. L. Hodges and E. L. Lehmann
 * (1963).
 *
 * @example
 * mannWhitney({ a: [18, 25, 9, 40, 31, 22, 55, 14], b: [12, 16, 8, 30, 21, 11, 19] })
 * // { u: 41, p: 0.1520…, exact: true, effect: 0.732…, shift: -8 }
 */
export function mannWhitney({
  a,
  b,
}: {
  readonly a: readonly number[];
  readonly b: readonly number[];
}): MannWhitney | NoAnswer {
  const fault = valuesFault(a) ?? valuesFault(b);
  if (fault !== null) return noAnswer(fault);
  const sorted = { a: Float64Array.from(a).toSorted(), b: Float64Array.from(b).toSorted() };
  if (!Number.isFinite(Math.max(...extremes(sorted.a), ...extremes(sorted.b)) * 2))
    return noAnswer('The values are too large to be compared.');
  const ties = tieSizes(Float64Array.from([...a, ...b]).toSorted());
  const pairs = a.length * b.length;
  if (ties.length === 1 && a.length + b.length > 1 && ties[0] === a.length + b.length)
    return noAnswer('All values are the same, so there is nothing to compare.');
  const u = pairsAbove(sorted.a, sorted.b);
  const exact = ties.every((size) => size === 1) && a.length < EXACT_BELOW && b.length < EXACT_BELOW;
  const p = exact
    ? Math.min(1, 2 * rankSumTail(a.length, b.length, Math.min(u, pairs - u)))
    : asymptotic(u, a.length, b.length, ties);
  return { u, p, exact, effect: u / pairs, shift: medianDifference(sorted.a, sorted.b) };
}

function extremes(sorted: Float64Array): readonly number[] {
  return [Math.abs(sorted[0] ?? 0), Math.abs(sorted.at(-1) ?? 0)];
}

function pairsAbove(a: Float64Array, b: Float64Array): number {
  let [u, below, upTo] = [0, 0, 0];
  for (const value of a) {
    while ((b[below] ?? Infinity) < value) below += 1;
    while ((b[upTo] ?? Infinity) <= value) upTo += 1;
    u += (below + upTo) / 2;
  }
  return u;
}

function tieSizes(sorted: Float64Array): readonly number[] {
  const sizes: number[] = [];
  let start = 0;
  for (let at = 1; at <= sorted.length; at += 1) {
    if (sorted[at] === sorted[start]) continue;
    sizes.push(at - start);
    start = at;
  }
  return sizes;
}

function asymptotic(u: number, n1: number, n2: number, ties: readonly number[]): number {
  const n = n1 + n2;
  const tied = ties.reduce((sum, size) => sum + (size ** 3 - size) / n / (n - 1), 0);
  const spread = Math.sqrt(((n1 * n2) / 12) * (n + 1 - tied));
  return normalBeyond(Math.max(0, Math.abs(u - (n1 * n2) / 2) - 0.5) / spread);
}
