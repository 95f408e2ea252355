import type { Place } from '@debrief/core';

/** Finds the number of the line, from 1, on which a place begins. */
export function lineFinder(text: string): (place: Place) => number {
  let starts: readonly number[] | null = null;
  return ({ from }) => {
    if (starts === null) {
      const found = [0];
      for (const match of text.matchAll(/\r\n|\r|\n/g)) found.push(match.index + match[0].length);
      starts = found;
    }
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= from) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
