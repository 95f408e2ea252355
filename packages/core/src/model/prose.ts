import type { SectionName } from './section.ts';

/**
 * A stretch of running text that a person wrote: a paragraph, the text of a list item, a cell, the value of a label. Marks
 * are taken out; headings, code, quotes, comments, addresses and what is still a placeholder are left out.
 */
export interface ProseBlock {
  /** Index of the section in which it stands. */
  readonly section: number;
  /** What it is about: the canonical names of its label, else of the nearest section that has some. */
  readonly names: readonly SectionName[];
  readonly kind: 'paragraph' | 'item' | 'cell' | 'value';
  readonly text: string;
  /** Where the text stands in the document, stretch by stretch; the first begins at 0. */
  readonly runs: readonly ProseRun[];
}

/** From `at` in the text of a block to the next run, unit by unit as in the document from `from` on. */
export interface ProseRun {
  readonly at: number;
  readonly from: number;
}

/**
 * Where a UTF-16 unit of the text of a block stands in the document; for the length of the text, where its last unit ends.
 *
 * @example offsetIn({ runs: [{ at: 0, from: 4 }, { at: 3, from: 9 }], … }, 5) // 11
 */
export function offsetIn({ runs }: Pick<ProseBlock, 'runs'>, unit: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= unit) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run === undefined ? 0 : run.from + unit - run.at;
}
