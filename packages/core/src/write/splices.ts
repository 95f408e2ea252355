import type { Splice } from '../model/index.ts';

/**
 * A text with some splices done to it. Their places are those of the text as given; their order does not matter, but
 * that of two insertions at the same place does.
 *
 * @throws RangeError where a splice lies outside the text, or two of them overlap
 * @example applySplices('SEV2', [{ from: 3, to: 4, insert: '1' }]) // 'SEV1'
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, insert } of inOrder(text.length, splices)) {
    out += text.slice(at, from) + insert;
    at = to;
  }
  return out + text.slice(at);
}

/**
 * The splices that bring the text back: `applySplices(applySplices(text, splices), invert(text, splices)) === text`.
 *
 * @throws RangeError as {@link applySplices} does
 */
export function invert(text: string, splices: readonly Splice[]): readonly Splice[] {
  let shift = 0;
  return inOrder(text.length, splices).map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}

/** The splices from the front of the text to its end. */
export function inOrder(length: number, splices: readonly Splice[]): readonly Splice[] {
  const sorted = splices.toSorted((a, b) => a.from - b.from || a.to - b.to);
  let end = 0;
  for (const { from, to } of sorted) {
    if (!(Number.isInteger(from) && Number.isInteger(to) && from >= end && to >= from && to <= length))
      throw new RangeError(`the splice ${from}–${to} lies outside the text of ${length} characters or on another one`);
    end = to;
  }
  return sorted;
}

/** Whether splices lie in a text of that length and none of them on another one. */
export function areApart(length: number, splices: readonly Splice[]): boolean {
  const sorted = splices.toSorted((a, b) => a.from - b.from || a.to - b.to);
  return sorted.every(({ from, to }, index) => from >= (sorted[index - 1]?.to ?? 0) && to >= from && to <= length);
}
