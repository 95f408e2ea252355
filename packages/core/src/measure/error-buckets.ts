import type { Place, Reading } from '../model/index.ts';
import { dataNumbers, type DataValue } from './data-numbers.ts';

/** Error ratios of buckets of time that follow on one another, all of the same width. */
export interface ErrorBuckets {
  /** Milliseconds of a bucket. */
  readonly width: number;
  /** 0 to 1, in order. */
  readonly ratios: readonly number[];
  readonly places: readonly Place[];
}

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:bucket|interval|step|resolution)_?(?:width_?|size_?)?(?:seconds|secs?|s)$/i, 1_000],
  [/^(?:bucket|interval|step|resolution)_?(?:width_?|size_?)?(?:minutes|mins?|m)$/i, 60_000],
  [/^(?:bucket|interval|step|resolution)_?(?:width_?|size_?)?(?:ms|millis(?:econds)?)$/i, 1],
];
const PER: readonly (readonly [RegExp, number])[] = [
  [/per_?minute|by_?minute|_1m$/i, 60_000],
  [/_5m$/i, 300_000],
  [/per_?hour|by_?hour|_1h$/i, 3_600_000],
];
const RATES = /error_?(?:rate|ratio|percent)/i;
const MOST = 100_000;

/**
 * The buckets of a data block: a list of error rates under a key such as `error_rate_per_minute`, or beside a
 * `bucket_seconds`; or a list of `{ time, error_rate }` or `{ time, failed, total }` at even distances. Null where there are none,
 * or where their width is not told.
 *
 * @example errorBuckets(reading) // { width: 60_000, ratios: [0, 0.02, 0.15, 0], places }
 */
export function errorBuckets(reading: Reading): ErrorBuckets | null {
  const values = dataNumbers(reading);
  for (const value of values) {
    if (!Array.isArray(value.value) || value.value.length === 0 || value.value.length > MOST) continue;
    const found = plainBuckets(value, values) ?? timedBuckets(value);
    if (found !== null) return found;
  }
  return null;
}

function plainBuckets({ key, value, place }: DataValue, all: readonly DataValue[]): ErrorBuckets | null {
  if (!RATES.test(key.slice(0, 80)) || !isNumbers(value)) return null;
  const beside = all.flatMap((each) => {
    const by = WIDTHS.find(([words]) => words.test(each.key.slice(0, 40)))?.[1];
    return by === undefined || typeof each.value !== 'number' ? [] : [{ width: each.value * by, place: each.place }];
  })[0];
  const width = beside?.width ?? PER.find(([words]) => words.test(key.slice(0, 80)))?.[1];
  const ratios = ratiosFrom(value, key);
  if (width === undefined || !(width > 0) || ratios === null) return null;
  return { width, ratios, places: beside === undefined ? [place] : [place, beside.place] };
}

function timedBuckets({ value, place }: DataValue): ErrorBuckets | null {
  if (typeof value === 'number') return null;
  const rows = value.flatMap((row) =>
    typeof row === 'object' && row !== null ? [row as Readonly<Record<string, unknown>>] : [],
  );
  if (rows.length < 2 || rows.length !== value.length) return null;
  const times = rows.map((row) => timeOf(row['time'] ?? row['timestamp'] ?? row['at'] ?? row['t']));
  const [first = NaN, second = NaN] = times;
  const width = second - first;
  const isEven = width > 0 && times.every((time, at) => at === 0 || time - (times[at - 1] ?? NaN) === width);
  const key = Object.keys(rows[0] ?? {}).find((each) => RATES.test(each.slice(0, 80)));
  const ratios =
    key === undefined
      ? rows.map(counted)
      : ratiosFrom(
          rows.map((row) => row[key]),
          key,
        );
  const isWhole = ratios !== null && ratios.every((ratio) => ratio !== null && ratio >= 0 && ratio <= 1);
  return isEven && isWhole ? { width, ratios: ratios as readonly number[], places: [place] } : null;
}

function counted(row: Readonly<Record<string, unknown>>): number | null {
  const [bad, total] = [row['failed'] ?? row['errors'] ?? row['bad'], row['total'] ?? row['requests'] ?? row['valid']];
  if (typeof bad !== 'number' || typeof total !== 'number' || bad > total) return null;
  // Of no requests none failed.
  return total === 0 ? 0 : bad / total;
}

function timeOf(value: unknown): number {
  if (typeof value === 'string') return value.length <= 40 ? Date.parse(value) : NaN;
  return typeof value === 'number' ? value * (value > 1e11 ? 1 : 1_000) : NaN;
}

/** Percentages and ratios are told apart by the key, else by any of them that lies above 1. */
function ratiosFrom(values: readonly unknown[], key: string): readonly number[] | null {
  if (!isNumbers(values)) return null;
  const isPercent = !/ratio/i.test(key) && (/percent|pct/i.test(key) || values.some((value) => value > 1));
  const ratios = values.map((value) => (isPercent ? value / 100 : value));
  return ratios.every((ratio) => ratio >= 0 && ratio <= 1) ? ratios : null;
}

function isNumbers(values: unknown): values is readonly number[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'number' && Number.isFinite(value));
}
