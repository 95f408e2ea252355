/** How many durations lie from `from` up to (not with) `to`, in minutes; the last cell holds its end too. */
export interface DurationBin {
  readonly from: number;
  readonly to: number;
  readonly over: number;
  readonly open: number;
}

/**
 * Counts positive durations in cells of the same width on a logarithmic axis, those still open apart.
 *
 * @example durationBins([{ minutes: 1, open: false }], { low: 1, high: 100, cells: 2 })[0] // { from: 1, to: 10, over: 1, open: 0 }
 */
export function durationBins(
  durations: readonly { readonly minutes: number; readonly open: boolean }[],
  { low, high, cells }: { readonly low: number; readonly high: number; readonly cells: number },
): readonly DurationBin[] {
  const edge = (index: number) => low * (high / low) ** (index / cells);
  const counts = Array.from({ length: cells }, () => ({ over: 0, open: 0 }));
  for (const { minutes, open } of durations) {
    const cell = Math.floor((Math.log(minutes / low) / Math.log(high / low)) * cells);
    const count = counts[Math.min(cells - 1, Math.max(0, cell))];
    if (count !== undefined) count[open ? 'open' : 'over'] += 1;
  }
  return counts.map((count, index) => ({ from: edge(index), to: edge(index + 1), ...count }));
}
