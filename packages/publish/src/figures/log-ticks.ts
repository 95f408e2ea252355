const minute = 1;
const hour = 60;
const day = 1440;

/** Durations in minutes that people think in. */
const candidates = [
  ...[1, 5, 15, 30].map((seconds) => seconds / 60),
  ...[1, 2, 5, 10, 20, 30].map((minutes) => minutes * minute),
  ...[1, 2, 4, 8, 12].map((hours) => hours * hour),
  ...[1, 2, 4, 7, 14, 28, 60, 120, 365, 730, 3650, 36500].map((days) => days * day),
];

/**
 * Whether a value can stand on a logarithmic axis: above nought, and no longer than history (in minutes).
 */
export function fitsLogAxis(value: number): boolean {
  return value > 1e-6 && value < 1e10;
}

/** A logarithmic axis: where it begins and ends, and where it is marked. */
export interface LogAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/**
 * The axis for positive durations in minutes (or days, with `scale` 1440): it ends a little beyond the values, and its
 * marks are at least `gap` pixels apart.
 *
 * @example logAxis([5, 44, 480], { width: 500 })
 */
export function logAxis(
  values: readonly number[],
  { width, gap = 56 }: { readonly width: number; readonly gap?: number },
): LogAxis {
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, 0],
  );
  const domain: [number, number] = low > high ? [1, day] : [low / 1.35, Math.max(high, low * 4) * 1.35];
  const place = (value: number) => (Math.log(value / domain[0]) / Math.log(domain[1] / domain[0])) * width;
  const inside = candidates.filter((value) => value >= domain[0] && value <= domain[1]);
  const ticks: number[] = [];
  for (const value of inside) {
    const last = ticks.at(-1);
    if (last === undefined || place(value) - place(last) >= gap) ticks.push(value);
  }
  return { domain, ticks: ticks.length > 0 ? ticks : [low] };
}
