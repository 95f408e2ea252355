import type { Splice } from '@debrief/core';
import { diffLines, hunksOf, linesOf } from './diff-lines.ts';
import { wordsOf } from './words.ts';

/** A stretch of a line, and whether it differs from the line on the other side. */
export interface DiffPart {
  readonly text: string;
  readonly isChanged: boolean;
}

export type DiffLine =
  | { readonly kind: 'kept'; readonly before: number; readonly after: number; readonly parts: readonly DiffPart[] }
  | { readonly kind: 'removed'; readonly before: number; readonly parts: readonly DiffPart[] }
  | { readonly kind: 'added'; readonly after: number; readonly parts: readonly DiffPart[] }
  /** Lines that both have and nobody needs to see. */
  | { readonly kind: 'left-out'; readonly count: number };

const CONTEXT = 3;
/** A longer stretch is shown line by line, without its words. */
const LONGEST_STRETCH = 30_000;
const MOST_EDITS = 1_000;

/**
 * What differs between two texts, line by line, with the words that do, for people to look at. Lines are counted from 1
 * and given without their ends.
 *
 * @param context how many lines are shown around each difference
 * @example lineDiff('a\nb\n', 'a\nc\n') // [{ kind: 'kept', before: 1, after: 1, … }, { kind: 'removed', … }, { kind: 'added', … }]
 */
export function lineDiff(before: string, after: string, context = CONTEXT): readonly DiffLine[] {
  const out: DiffLine[] = [];
  let offset = 0;
  let old = 1;
  let changed = 1;
  const stretches = diffLines(before, after);
  for (const [index, stretch] of stretches.entries()) {
    const kept = linesOf(before.slice(offset, stretch.from));
    out.push(...shortened(kept, { old, changed }, index === 0 ? 0 : context, context));
    old += kept.length;
    changed += kept.length;
    const { removed, added } = stretchLines(before, stretch);
    out.push(...removed.map((parts, at): DiffLine => ({ kind: 'removed', before: old + at, parts })));
    out.push(...added.map((parts, at): DiffLine => ({ kind: 'added', after: changed + at, parts })));
    old += removed.length;
    changed += added.length;
    offset = stretch.to;
  }
  const rest = linesOf(before.slice(offset));
  return [...out, ...shortened(rest, { old, changed }, stretches.length === 0 ? 0 : context, 0)];
}

/** Kept lines, of which those far from any difference are left out. */
function shortened(
  lines: readonly string[],
  { old, changed }: { readonly old: number; readonly changed: number },
  atFront: number,
  atEnd: number,
): readonly DiffLine[] {
  const keep = (line: string, at: number): DiffLine => ({
    kind: 'kept',
    before: old + at,
    after: changed + at,
    parts: [{ text: withoutEnd(line), isChanged: false }],
  });
  const count = lines.length - atFront - atEnd;
  if (count <= 1) return lines.map(keep);
  const start = lines.length - atEnd;
  return [
    ...lines.slice(0, atFront).map(keep),
    { kind: 'left-out', count },
    ...lines.slice(start).map((line, at) => keep(line, start + at)),
  ];
}

function stretchLines(before: string, { from, to, insert }: Splice) {
  const old = before.slice(from, to);
  const isLong = old.length + insert.length > LONGEST_STRETCH;
  const words = isLong ? [{ from: 0, to: old.length, insert }] : hunksOf(old, insert, wordsOf, MOST_EDITS);
  const removed: DiffPart[] = [];
  const added: DiffPart[] = [];
  let at = 0;
  for (const word of [...words, { from: old.length, to: old.length, insert: '' }]) {
    const kept = { text: old.slice(at, word.from), isChanged: false };
    removed.push(kept, { text: old.slice(word.from, word.to), isChanged: true });
    added.push(kept, { text: word.insert, isChanged: true });
    at = word.to;
  }
  return { removed: partsByLine(removed), added: partsByLine(added) };
}

/** Parts cut at the ends of lines. */
function partsByLine(parts: readonly DiffPart[]): readonly (readonly DiffPart[])[] {
  const lines: DiffPart[][] = [];
  let isOpen = false;
  for (const { text, isChanged } of parts) {
    for (const line of linesOf(text)) {
      if (!isOpen) lines.push([]);
      isOpen = !/[\r\n]$/.test(line);
      const words = withoutEnd(line);
      if (words !== '') lines.at(-1)?.push({ text: words, isChanged });
    }
  }
  return lines;
}

function withoutEnd(line: string): string {
  return line.replace(/\r\n$|[\r\n]$/, '');
}
