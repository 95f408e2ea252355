/** How many values lie from `from` up to (not with) `to`, in minutes; the last one holds its end too. */
export interface DurationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Counts positive values in cells of the same width on a logarithmic axis.
 *
 * @example durationBins([1, 10, 100], { low: 1, high: 100, cells: 2 }) // 1 below 10, 2 from 10 on
 */
export function durationBins(
  values: readonly number[],
  { low, high, cells }: { readonly low: number; readonly high: number; readonly cells: number },
): readonly DurationBin[] {
  const edge = (index: number) => low * (high / low) ** (index / cells);
  const counts = new Array<number>(cells).fill(0);
  for (const value of values) {
    const cell = Math.floor((Math.log(value / low) / Math.log(high / low)) * cells);
    const within = Math.min(cells - 1, Math.max(0, cell));
    counts[within] = (counts[within] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ from: edge(index), to: edge(index + 1), count }));
}
