import type { Place } from '../model/index.ts';

/**
 * Tells whether a place shares a character with any of many, in the logarithm of their number.
 *
 * @example covering([{ from: 2, to: 5 }])({ from: 4, to: 9 }) // true
 */
export function covering(places: readonly Place[]): (place: Place) => boolean {
  const united: { from: number; to: number }[] = [];
  for (const { from, to } of places.toSorted((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else united.push({ from, to });
  }
  return ({ from, to }) => {
    let [low, high] = [0, united.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((united[middle]?.to ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    const next = united[low];
    return next !== undefined && next.from < to && from < next.to;
  };
}
