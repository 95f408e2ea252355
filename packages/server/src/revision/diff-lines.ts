import type { Splice } from '@debrief/core';
import { diffArrays } from 'diff';

/** More lines than these that differ are one rewritten stretch: looking for what they share would take too long. */
const MOST_EDITS = 1_000;

/**
 * The stretches of whole lines in which two texts differ, as splices of the first.
 *
 * @example diffLines('a\nb\n', 'a\nc\n') // [{ from: 2, to: 4, insert: 'c\n' }]
 */
export function diffLines(before: string, after: string): readonly Splice[] {
  return hunksOf(before, after, linesOf, MOST_EDITS);
}

/** The splices between two texts that were cut into parts; one splice where more than `most` parts differ. */
export function hunksOf(
  before: string,
  after: string,
  partsOf: (text: string) => readonly string[],
  most: number,
): readonly Splice[] {
  if (before === after) return [];
  const { old, changed, start } = withoutEnds(partsOf(before), partsOf(after));
  const whole = { from: start, to: start + lengthOf(old), insert: changed.join('') };
  if (old.length === 0 || changed.length === 0) return [whole];
  const changes = diffArrays([...old], [...changed], { maxEditLength: most });
  if (changes === undefined) return [whole];
  const splices: Splice[] = [];
  let at = start;
  let open: { from: number; to: number; insert: string } | null = null;
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      if (open !== null) splices.push(open);
      open = null;
      at += lengthOf(value);
      continue;
    }
    open ??= { from: at, to: at, insert: '' };
    if (added) open.insert += value.join('');
    else open.to = at += lengthOf(value);
  }
  return open === null ? splices : [...splices, open];
}

/** The parts between the first and the last one that differ. */
function withoutEnds(before: readonly string[], after: readonly string[]) {
  const least = Math.min(before.length, after.length);
  let first = 0;
  let start = 0;
  while (first < least && before[first] === after[first]) {
    start += before[first]?.length ?? 0;
    first += 1;
  }
  let last = 0;
  while (last < least - first && before.at(-1 - last) === after.at(-1 - last)) last += 1;
  return { old: before.slice(first, before.length - last), changed: after.slice(first, after.length - last), start };
}

function lengthOf(parts: readonly string[]): number {
  let length = 0;
  for (const part of parts) length += part.length;
  return length;
}

/** A line with its end, which is LF, CRLF or a lone CR. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
