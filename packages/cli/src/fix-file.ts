import type { Finding, Splice } from '@debrief/core';
import { applySplices } from '@debrief/core/write';
import { exactText } from './exact-text.ts';
import { writeWhole } from './write-whole.ts';

/** A file after its fixes, or why it was left as it is. */
export type FixedFile =
  | { readonly text: string; readonly fixed: readonly string[]; readonly problem?: undefined }
  | { readonly problem: string };

/** One fix may make room for the next, as where two of them touch; no document needs more rounds than these. */
const MOST_ROUNDS = 10;

/** Does every certain fix to a file, which is then written whole; a file with nothing to fix is not touched. */
export function fixFile(file: string, findingsIn: (text: string) => readonly Finding[]): FixedFile {
  const exact = exactText(file);
  if (exact.problem !== undefined) return { problem: exact.problem };
  const { text, fixed } = fixedText(exact.text, findingsIn);
  if (text !== exact.text) {
    const written = writeWhole(file, text, { replace: true });
    if (written.state === 'refused') return { problem: `it could not be fixed: ${written.message}` };
  }
  return { text, fixed };
}

/**
 * A text with every certain fix done, round after round until none is left, and the rules whose fixes were done, one entry
 * for each. Of fixes that touch each other the first counts; the other gets its turn in the next round.
 */
export function fixedText(
  given: string,
  findingsIn: (text: string) => readonly Finding[],
): { readonly text: string; readonly fixed: readonly string[] } {
  const fixed: string[] = [];
  let text = given;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const taken: Splice[] = [];
    const rules: string[] = [];
    for (const { rule, fix = [] } of findingsIn(text)) {
      if (fix.length === 0 || !areFree(text, fix, taken)) continue;
      taken.push(...fix);
      rules.push(rule);
    }
    const next = taken.length === 0 ? text : applySplices(text, taken);
    if (next === text) break;
    fixed.push(...rules);
    text = next;
  }
  return { text, fixed };
}

/** Two fixes that so much as touch are not done at once: what the one does might be what the other relies on. */
function areFree(text: string, fix: readonly Splice[], taken: readonly Splice[]): boolean {
  return fix.every(
    ({ from, to }, at) =>
      from >= 0 &&
      from <= to &&
      to <= text.length &&
      [...taken, ...fix.slice(0, at)].every((other) => to < other.from || from > other.to),
  );
}
