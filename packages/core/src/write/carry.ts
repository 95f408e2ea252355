import type { Place, Splice } from '../model/index.ts';
import { inOrder } from './splices.ts';

/**
 * Where some places are after an edit, in the same order; null for a place whose whole text was replaced or removed.
 *
 * A place keeps its text where no splice touches it. A splice inside it changes it, one that reaches over its edge clips
 * it. What is inserted right before or behind a place does not belong to it; an empty place moves behind what is
 * inserted there.
 *
 * @param splices as {@link applySplices} takes them
 * @throws RangeError where two splices overlap
 * @example carry([{ from: 4, to: 8 }], [{ from: 0, to: 0, insert: '> ' }]) // [{ from: 6, to: 10 }]
 */
export function carry(places: readonly Place[], splices: readonly Splice[]): readonly (Place | null)[] {
  const sorted = inOrder(Number.POSITIVE_INFINITY, splices);
  const starts = sorted.map(({ from }) => from);
  const shifts = [0];
  for (const { from, to, insert } of sorted) shifts.push((shifts.at(-1) ?? 0) + insert.length - (to - from));

  return places.map(({ from, to }) => {
    const first = countBelow(starts, from);
    const before = sorted[first - 1];
    if (before !== undefined && before.to >= to && before.to > before.from && (to > from || before.to > to))
      return null;
    const covering = sorted[first];
    if (covering?.from === from && covering.to >= to && covering.to > covering.from) return null;
    const start = before !== undefined && before.to > from ? before.to : from;
    return from === to ? at(movedStart(start), movedStart(start)) : at(movedStart(start), movedEnd(to));
  });

  /** Behind whatever is inserted at the same place. */
  function movedStart(position: number): number {
    let index = countBelow(starts, position);
    while (sorted[index]?.from === position && sorted[index]?.to === position) index += 1;
    return position + (shifts[index] ?? 0);
  }

  /** Before whatever is inserted at the same place; at the front of a splice that it lies in. */
  function movedEnd(position: number): number {
    const index = countBelow(starts, position);
    const last = sorted[index - 1];
    return last !== undefined && last.to > position
      ? last.from + (shifts[index - 1] ?? 0)
      : position + (shifts[index] ?? 0);
  }
}

/** How many of some sorted numbers are smaller than one. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function at(from: number, to: number): Place {
  return { from, to: Math.max(from, to) };
}
