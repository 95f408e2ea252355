import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import { moveState } from './move-state.ts';

/**
 * Puts a published post-mortem away: it is read, found and counted, and not written on any more.
 *
 * @throws Problem `not-in-this-state`, also while a correction is being written, `not-found`, `not-allowed`
 */
export async function archivePostmortem(context: Context, { id }: { readonly id: string }): Promise<void> {
  authorize(context.actor, reviewPolicy.archive);
  const house = await context.house();
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    if (found.state !== 'published')
      throw new Problem('not-in-this-state', `This post-mortem is ${found.state}. Only a published one is archived.`);
    if (found.correction !== null)
      throw new Problem('not-in-this-state', 'A correction is being written. Publish it or discard it first.');
    await moveState(transaction, context, house, { found, to: 'archived', verb: 'archive', event: 'archived' });
  });
}
