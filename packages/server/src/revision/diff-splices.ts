import type { Splice } from '@debrief/core';
import { diffArrays } from 'diff';

/** Finer than lines only where it is cheap; a rewritten page is one splice. */
const MOST_WORDS = 4_000;
const MOST_EDITS = 2_000;

/**
 * The splices that make one text of another: lines that differ, and within them the words that do.
 *
 * @example diffSplices('It was slow.\n', 'It was very slow.\n') // [{ from: 7, to: 7, insert: 'very ' }]
 */
export function diffSplices(before: string, after: string): readonly Splice[] {
  if (before === after) return [];
  return hunksOf(before, after, linesOf).flatMap((hunk) => {
    const old = before.slice(hunk.from, hunk.to);
    if (old.length + hunk.insert.length > MOST_WORDS * 8) return [hunk];
    return hunksOf(old, hunk.insert, wordsOf).map(({ from, to, insert }) => ({
      from: hunk.from + from,
      to: hunk.from + to,
      insert,
    }));
  });
}

function hunksOf(before: string, after: string, parts: (text: string) => readonly string[]): readonly Splice[] {
  const changes = diffArrays([...parts(before)], [...parts(after)], { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [{ from: 0, to: before.length, insert: after }];
  const splices: Splice[] = [];
  let at = 0;
  let open: { from: number; to: number; insert: string } | null = null;
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    if (added || removed) {
      open ??= { from: at, to: at, insert: '' };
      if (added) open.insert += text;
      else open.to = at += text.length;
      continue;
    }
    if (open !== null) splices.push(open);
    open = null;
    at += text.length;
  }
  return open === null ? splices : [...splices, open];
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+|[^\S\n]+|[^]/gu) ?? [];
}
