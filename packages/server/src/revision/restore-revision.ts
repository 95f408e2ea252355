import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { type ChangedPostmortem, changeIn } from '../postmortem/change-postmortem.ts';
import { findPostmortem, findRevision, shownRevision } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';

export interface RevisionRestored {
  readonly id: string;
  /** The revision whose text comes back. */
  readonly revision: number;
  /** The newest revision as the editor saw it. */
  readonly base: number;
  readonly reason: string;
}

/**
 * Brings an old text back, byte for byte, as a new revision; of a published post-mortem as a correction, unless it
 * differs in follow-up alone.
 *
 * @throws Problem `stale` where somebody has written since, `not-in-this-state`, `not-found`, `not-allowed`
 */
export async function restoreRevision(
  context: Context,
  { id, revision, base, reason }: RevisionRestored,
): Promise<ChangedPostmortem> {
  authorize(context.actor, postmortemPolicy.change);
  const house = await context.house();
  return context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    const newest = found.correction ?? shownRevision(found);
    if (base !== newest && base !== shownRevision(found))
      throw new Problem('stale', `Somebody has written since revision ${base}. Look at revision ${newest}.`, {
        revision: newest,
      });
    const { text } = await findRevision(transaction, id, revision);
    const edit = { kind: 'text', text, isExact: true } as const;
    return changeIn(transaction, context, house, { id, base, edit, reason, acceptSecrets: true });
  });
}
