import { type BadInterval, MINUTE, type TimeInterval } from './bad-interval.ts';

/** How bad time is counted: by the share that failed, or every minute in which anything failed. */
export type Weighing = 'weighted' | 'binary';

/**
 * The parts of some intervals that lie in a window. Empty, inverted and unreadable intervals (no number) are left out, shares are
 * held to 0…1.
 *
 * @example clipIntervals([{ from: 0, to: 10, badShare: 1 }], { from: 5, to: 20 }) // [{ from: 5, to: 10, badShare: 1 }]
 */
export function clipIntervals(intervals: readonly BadInterval[], window: TimeInterval): readonly BadInterval[] {
  return intervals.flatMap(({ from, to, badShare }) => {
    const part = { from: Math.max(from, window.from), to: Math.min(to, window.to) };
    return part.from < part.to && badShare > 0 ? [{ ...part, badShare: Math.min(badShare, 1) }] : [];
  });
}

/**
 * Intervals that overlap nowhere, in order, covering what the given ones cover. Where several lie on one another the greatest
 * share counts. Two post-mortems about one stretch of time mostly tell of the same failed requests; with the greatest
 * share an incident that is told twice counts once, and nothing is assumed about which requests failed. `1 − Π(1 − s)`
 * would take them for independent and let a twin report raise 40 % to 64 %; the truth lies between the greatest and the
 * sum, so this is its lower end. Neighbours with the same share become one.
 *
 * @example uniteIntervals([{ from: 0, to: 10, badShare: 0.4 }, { from: 5, to: 20, badShare: 1 }]) // 0–5 at 0.4, 5–20 at 1
 */
export function uniteIntervals(intervals: readonly BadInterval[]): readonly BadInterval[] {
  const edges = clipIntervals(intervals, EVER)
    .flatMap(({ from, to, badShare }) => [
      { at: from, badShare, by: 1 },
      { at: to, badShare, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at);
  const active = new Map<number, number>();
  const pieces: BadInterval[] = [];
  for (const [index, { at, badShare, by }] of edges.entries()) {
    const count = (active.get(badShare) ?? 0) + by;
    if (count === 0) active.delete(badShare);
    else active.set(badShare, count);
    const next = edges[index + 1]?.at ?? at;
    if (next > at && active.size > 0) append(pieces, { from: at, to: next, badShare: greatest(active.keys()) });
  }
  return pieces;
}

const EVER: TimeInterval = { from: -8.64e15, to: 8.64e15 };

function greatest(shares: Iterable<number>): number {
  let found = 0;
  for (const share of shares) if (share > found) found = share;
  return found;
}

function append(pieces: BadInterval[], piece: BadInterval): void {
  const last = pieces.at(-1);
  if (last?.to === piece.from && last.badShare === piece.badShare)
    pieces[pieces.length - 1] = { ...last, to: piece.to };
  else pieces.push(piece);
}

/**
 * Bad minutes of intervals that may overlap: the length of their union, by share or whole.
 *
 * @example badMinutes([{ from: 0, to: 60_000, badShare: 0.4 }], 'weighted') // 0.4
 */
export function badMinutes(intervals: readonly BadInterval[], weighing: Weighing): number {
  return badMinutesUpTo(intervals, weighing)(EVER.to);
}

/**
 * The bad minutes before an instant, as a function that answers for any instant in the logarithm of the number of intervals.
 * The bad minutes of a window are the difference of two answers.
 */
export function badMinutesUpTo(intervals: readonly BadInterval[], weighing: Weighing): (at: number) => number {
  const pieces = uniteIntervals(intervals);
  const before: number[] = [];
  let sum = 0;
  for (const piece of pieces) {
    before.push(sum);
    sum += badTime(piece, piece.to, weighing);
  }
  return (at) => {
    const index = lastBefore(pieces, at);
    const piece = pieces[index];
    return piece === undefined ? 0 : ((before[index] ?? 0) + badTime(piece, Math.min(at, piece.to), weighing)) / MINUTE;
  };
}

function badTime({ from, badShare }: BadInterval, to: number, weighing: Weighing): number {
  return (to - from) * (weighing === 'weighted' ? badShare : 1);
}

/** The index of the last piece that begins before an instant, or −1. */
function lastBefore(pieces: readonly BadInterval[], at: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.from ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
