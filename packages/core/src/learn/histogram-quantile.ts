import { noAnswer, type NoAnswer } from '../measure/index.ts';

/** How many observations there were up to an upper bound; the last bucket has the bound +Inf and so counts them all. */
export type HistogramBucket = { readonly count: number } & (
  | {
      /** A number, or the label `le` as text: `0.1`, `+Inf`. */
      readonly upperBound: number | string;
    }
  | { readonly le: number | string }
);

/** A count that differs from the one before it by less than this share is the same count, summed in another order. */
const SAME_COUNT = 1e-12;

/**
 * A quantile from cumulative buckets, as Prometheus' `histogram_quantile` finds it for classic histograms: buckets in
 * any order, the same bound twice added up, a falling count lifted to the one before it, straight lines inside a bucket,
 * the lowest from 0 unless its bound is 0 or below (then that bound), the highest at the last finite bound. `q` below 0
 * gives -Infinity, above 1 Infinity. What is NaN there has no answer here.
 *
 * Source: the documentation of Prometheus on `histogram_quantile`, and its tests, histograms.test.
 *
 * @example
 * histogramQuantile({ q: 0.5, buckets: [
 *   { upperBound: 0.1, count: 5 }, { upperBound: 0.2, count: 7 }, { upperBound: 1, count: 11 }, { upperBound: '+Inf', count: 12 },
 * ] }) // 0.15
 */
export function histogramQuantile({
  buckets,
  q,
}: {
  readonly buckets: readonly HistogramBucket[];
  readonly q: number;
}): number | NoAnswer {
  if (Number.isNaN(q)) return noAnswer('A quantile is asked for with a share from 0 to 1.');
  if (q < 0 || q > 1) return q < 0 ? -Infinity : Infinity;
  if (!(buckets?.length > 0)) return noAnswer('A histogram needs at least two buckets.');
  if (buckets.some((bucket) => !(boundOf(bucket) > -Infinity) || !(bucket.count >= 0 && bucket.count < Infinity)))
    return noAnswer('A bucket needs an upper bound and a count from 0 upwards.');
  const all = cumulative(buckets);
  if (all.at(-1)?.bound !== Infinity) return noAnswer('The bucket +Inf, which counts all observations, is missing.');
  if (all.length < 2) return noAnswer('A histogram needs at least two buckets.');
  const total = all.at(-1)?.count ?? 0;
  if (total === 0) return noAnswer('The histogram holds no observations.');
  return within(all, q * total);
}

interface Bucket {
  readonly bound: number;
  count: number;
}

function cumulative(given: readonly HistogramBucket[]): readonly Bucket[] {
  const counts = new Map<number, number>();
  for (const bucket of given) {
    const bound = boundOf(bucket);
    counts.set(bound, (counts.get(bound) ?? 0) + bucket.count);
  }
  const buckets = [...counts]
    .map(([bound, count]) => ({ bound, count }))
    .toSorted((a, b) => (a.bound < b.bound ? -1 : 1));
  let before = 0;
  for (const bucket of buckets) {
    if (bucket.count < before || bucket.count - before <= SAME_COUNT * bucket.count) bucket.count = before;
    before = bucket.count;
  }
  return buckets;
}

function boundOf(bucket: HistogramBucket): number {
  const bound = 'le' in bucket ? bucket.le : bucket.upperBound;
  if (typeof bound === 'number') return bound;
  if (bound === '+Inf') return Infinity;
  return typeof bound !== 'string' || bound.trim() === '' ? NaN : Number(bound);
}

function within(buckets: readonly Bucket[], rank: number): number | NoAnswer {
  const at = buckets.findIndex(({ count }, index) => count >= rank || index === buckets.length - 1);
  const [below, bucket] = [buckets[at - 1], buckets[at]];
  if (bucket === undefined) return noAnswer('The histogram holds no observations.');
  if (bucket.bound === Infinity) return below?.bound ?? 0;
  if (below === undefined && bucket.bound <= 0) return bucket.bound;
  const [from, fewer] = [below?.bound ?? 0, below?.count ?? 0];
  if (bucket.count === fewer) return noAnswer('The lowest bucket is empty, so the smallest value is not known.');
  const part = (rank - fewer) / (bucket.count - fewer);
  const width = bucket.bound - from;
  return Number.isFinite(width) ? from + width * part : from * (1 - part) + bucket.bound * part;
}
