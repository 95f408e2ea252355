import { applySplices, edit } from '@debrief/core/write';
import type { Change, ReadOptions, Splice } from '@debrief/core';
import { Problem } from '../problem.ts';
import { diffSplices } from '../revision/diff-splices.ts';
import { mergeSplices } from '../revision/merge-splices.ts';
import { textSplices } from '../revision/text-splices.ts';

/** What is to change: typed changes one after the other, splices of the base, or the whole text as it shall be. */
export type Edit =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'splices'; readonly splices: readonly Splice[] }
  | { readonly kind: 'text'; readonly text: string; readonly isExact?: boolean };

/** A text with the splices that made it of the newest one. */
export interface EditedText {
  readonly text: string;
  readonly splices: readonly Splice[];
}

interface Numbered {
  readonly number: number;
  readonly text: string;
}

/**
 * The newest text with an edit of an older one in it. A typed change is run again on the newest text; splices are
 * brought there where nobody else was at work at the same place.
 *
 * @throws Problem `conflict` with both texts, `change-refused`, `invalid-request` where splices do not fit the base
 * @example editedText({ kind: 'text', text: 'a!' }, { number: 1, text: 'a' }, { number: 1, text: 'a' }, {}).text // 'a!'
 */
export function editedText(asked: Edit, base: Numbered, newest: Numbered, options: ReadOptions): EditedText {
  if (asked.kind === 'change') return withChange(newest.text, asked.change, options);
  if (asked.kind === 'changes') {
    const text = asked.changes.reduce((each, change) => withChange(each, change, options).text, newest.text);
    return { text, splices: diffSplices(newest.text, text) };
  }
  const own = ownSplices(asked, base.text);
  const yours = spliced(base.text, own);
  if (base.number === newest.number) return { text: yours, splices: own };
  return mergedText(own, { base: base.text, yours, newest });
}

/** What an edit makes of its base; null for a typed change, which is about the newest text. */
export function ownText(asked: Edit, base: string): string | null {
  return asked.kind === 'change' || asked.kind === 'changes' ? null : spliced(base, ownSplices(asked, base));
}

/**
 * Splices of a base in the newest text.
 *
 * @throws Problem `conflict` with both texts
 */
export function mergedText(
  own: readonly Splice[],
  { base, yours, newest }: { readonly base: string; readonly yours: string; readonly newest: Numbered },
): EditedText {
  const merged = mergeSplices(own, diffSplices(base, newest.text));
  if (merged.state === 'merged') return { text: applySplices(newest.text, merged.splices), splices: merged.splices };
  throw new Problem('conflict', 'Somebody else has changed the same words. Look at both texts and send one of them.', {
    revision: newest.number,
    theirs: newest.text,
    yours,
    touching: merged.touching,
  });
}

function ownSplices(asked: Exclude<Edit, { kind: 'change' | 'changes' }>, base: string): readonly Splice[] {
  if (asked.kind === 'splices') return asked.splices;
  return textSplices(base, asked.text, { isExact: asked.isExact ?? false });
}

function withChange(text: string, change: Change, options: ReadOptions): EditedText {
  const done = edit(text, change, options);
  if (!done.ok) throw new Problem('change-refused', done.refusal.message, { refusal: done.refusal.code });
  return done;
}

function spliced(text: string, splices: readonly Splice[]): string {
  try {
    return applySplices(text, splices);
  } catch (error) {
    throw new Problem('invalid-request', `The splices do not fit the text: ${(error as Error).message}.`);
  }
}
