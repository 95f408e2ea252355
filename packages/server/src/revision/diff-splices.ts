import type { Splice } from '@debrief/core';
import { diffLines, hunksOf } from './diff-lines.ts';
import { wordsOf } from './words.ts';

/** Words are looked at where it is cheap: in a stretch up to here, and in all of them together up to the budget. */
const LONGEST_STRETCH = 30_000;
const BUDGET = 200_000;
const MOST_EDITS = 1_000;

/**
 * The splices that make one text of another: lines that differ, and within them the words that do. A page that was
 * rewritten is one splice.
 *
 * @example diffSplices('It was slow.\n', 'It was very slow.\n') // [{ from: 7, to: 7, insert: 'very ' }]
 */
export function diffSplices(before: string, after: string): readonly Splice[] {
  let left = BUDGET;
  return diffLines(before, after).flatMap((stretch) => {
    const old = before.slice(stretch.from, stretch.to);
    const length = old.length + stretch.insert.length;
    if (length > LONGEST_STRETCH || length > left) return [stretch];
    left -= length;
    return hunksOf(old, stretch.insert, wordsOf, MOST_EDITS).map(({ from, to, insert }) => ({
      from: stretch.from + from,
      to: stretch.from + to,
      insert,
    }));
  });
}
