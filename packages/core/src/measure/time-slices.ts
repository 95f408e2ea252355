import { uniteIntervals } from './intervals.ts';
import { type BadInterval, MINUTE, type TimeInterval } from './bad-interval.ts';

/** The slices of a window, how many of them were bad, and the minutes of those. */
export interface SliceCount {
  readonly total: number;
  readonly bad: number;
  readonly badMinutes: number;
}

/**
 * Counts slices of time in the way of OpenSLO's Timeslices: a slice is bad where the share that was good lies below the
 * target. Slices begin with the window; one that the window's end cuts counts by what is left of it.
 *
 * @param target Percent that has to be good for a slice to be good.
 * @param size Milliseconds of a slice, at least 1.
 * @example badSlices({ window: day, intervals: [], target: 95, size: 60_000 }) // { total: 1440, bad: 0, badMinutes: 0 }
 */
export function badSlices({
  window,
  intervals,
  target,
  size: asked,
}: {
  readonly window: TimeInterval;
  readonly intervals: readonly BadInterval[];
  readonly target: number;
  readonly size: number;
}): SliceCount {
  const size = Math.max(1, asked);
  const isBad = (bad: number, length: number): boolean => 1 - bad / length < target / 100 - DUST;
  const lengthOf = (slice: number): number => Math.min(size, window.to - window.from - slice * size);
  const touched = new Map<number, number>();
  let whole = 0;
  for (const { from, to, badShare } of uniteIntervals(intervals)) {
    const [start, end] = [Math.max(from, window.from) - window.from, Math.min(to, window.to) - window.from];
    if (start >= end) continue;
    const [first, last] = [Math.floor(start / size), Math.ceil(end / size) - 1];
    // Slices that one piece fills are counted, not visited: an outage of a year has very many.
    if (last - first > 1 && isBad(badShare, 1)) whole += last - first - 1;
    for (const slice of new Set([first, last])) {
      const part = Math.min(end, (slice + 1) * size) - Math.max(start, slice * size);
      touched.set(slice, (touched.get(slice) ?? 0) + part * badShare);
    }
  }
  const edges = [...touched].filter(([slice, bad]) => isBad(bad, lengthOf(slice)));
  const time = edges.reduce((sum, [slice]) => sum + lengthOf(slice), whole * size);
  return {
    total: Math.ceil((window.to - window.from) / size),
    bad: whole + edges.length,
    badMinutes: time / MINUTE,
  };
}

/** 1 − 0.8 is a little below 0.2 in binary fractions. */
const DUST = 1e-9;
