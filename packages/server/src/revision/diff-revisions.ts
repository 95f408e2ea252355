import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { findPostmortem, findRevision } from '../postmortem/find-postmortem.ts';
import { type DiffLine, lineDiff } from './line-diff.ts';

export interface RevisionDiff {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly DiffLine[];
}

/**
 * What differs between two revisions of a document.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function diffRevisions(
  { store, actor }: Pick<Context, 'store' | 'actor'>,
  { id, from, to }: { readonly id: string; readonly from: number; readonly to: number },
): Promise<RevisionDiff> {
  authorize(actor, postmortemPolicy.read);
  await findPostmortem(store.read, id);
  const before = await findRevision(store.read, id, from);
  const after = await findRevision(store.read, id, to);
  return { from, to, lines: lineDiff(before.text, after.text) };
}
