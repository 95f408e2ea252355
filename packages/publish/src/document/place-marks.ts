import { element, textNode, type TreeNode } from './tree.ts';

/** A stretch of the text to be marked on the page. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly kind: 'unknown' | 'finding';
  /** What a screen reader says of it. */
  readonly label: string;
  /** Where a link can lead to it; given to the first piece. */
  readonly id?: string;
}

/** Marks by where they begin, none of which overlaps another. */
export function withoutOverlap(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = [];
  let end = 0;
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (mark.from < end || mark.to <= mark.from) continue;
    kept.push(mark);
    end = mark.to;
  }
  return kept;
}

/**
 * The pieces of a text node with marks around those that they cover. A node whose words are not exactly those of the text,
 * because of escapes or entities, stays whole.
 */
export function markedText(
  { value = '', position }: TreeNode,
  text: string,
  marks: readonly Mark[],
  given: Set<string>,
): TreeNode[] | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined || text.slice(start, end) !== value) return undefined;
  const pieces: TreeNode[] = [];
  let at = start;
  for (const mark of overlapping(marks, start, end)) {
    const from = Math.max(mark.from, start);
    const to = Math.min(mark.to, end);
    if (from > at) pieces.push(textNode(text.slice(at, from)));
    const isFirst = mark.id !== undefined && !given.has(mark.id);
    if (isFirst && mark.id !== undefined) given.add(mark.id);
    const properties = { className: [mark.kind], title: mark.label, ...(isFirst && { id: mark.id }) };
    pieces.push(element('mark', properties, [textNode(text.slice(from, to))]));
    at = to;
  }
  if (pieces.length === 0) return undefined;
  return at < end ? [...pieces, textNode(text.slice(at, end))] : pieces;
}

/** By bisection, since a long text has many nodes and may have many marks. */
function overlapping(marks: readonly Mark[], from: number, to: number): readonly Mark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const found: Mark[] = [];
  for (let index = low; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined || mark.from >= to) break;
    found.push(mark);
  }
  return found;
}
