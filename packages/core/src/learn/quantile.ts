import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { valuesFault } from './faults.ts';

/** How a quantile between two values is found. */
export type QuantileMethod = 'linear' | 'nearestRank';

/** A share of a count that is whole but for rounding is whole. */
const ROUNDING = 1e-9;

const methods: Readonly<Record<QuantileMethod, (sorted: Float64Array, q: number) => number>> = {
  linear: linearQuantile,
  nearestRank: (sorted, q) => sorted[Math.max(0, Math.ceil(q * sorted.length - ROUNDING) - 1)] ?? 0,
};

/**
 * The value below which the share `q` of the values lies. `linear` goes straight between the two nearest values (R's
 * type 7), `nearestRank` takes the value at the place ⌈q·n⌉; with few values the two differ much, so say which it is.
 *
 * Source: R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996).
 *
 * @example quantile({ values: [12, 18, 25, 31, 44, 52, 75, 120, 480], q: 0.9 }) // 192
 * @example quantile({ values: [12, 18, 25, 31, 44, 52, 75, 120, 480], q: 0.9, method: 'nearestRank' }) // 480
 */
export function quantile({
  values,
  q,
  method = 'linear',
}: {
  readonly values: readonly number[];
  readonly q: number;
  readonly method?: QuantileMethod;
}): number | NoAnswer {
  const fault = valuesFault(values);
  if (fault !== null) return noAnswer(fault);
  if (!(q >= 0 && q <= 1)) return noAnswer('A quantile is asked for with a share from 0 to 1.');
  if (!Object.hasOwn(methods, method)) return noAnswer('A quantile is found by linear or by nearestRank.');
  return methods[method](Float64Array.from(values).toSorted(), q);
}

/** The quantile of sorted values, straight between the two nearest; 0 where there are none. */
export function linearQuantile(sorted: Float64Array, q: number): number {
  const place = q * (sorted.length - 1);
  const at = Math.floor(place);
  const below = sorted[at] ?? 0;
  const above = sorted[at + 1] ?? below;
  const part = place - at;
  return part === 0 || below === above ? below : below * (1 - part) + above * part;
}
