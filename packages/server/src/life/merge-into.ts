import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import { moveState } from './move-state.ts';

/**
 * Says that another post-mortem tells of the same incident. The text stays where it is and can be read; only the other
 * one is counted.
 *
 * @throws Problem `not-in-this-state`, `invalid-request` for itself, `not-found`, `not-allowed`
 */
export async function mergeInto(
  context: Context,
  { id, into, reason = null }: { readonly id: string; readonly into: string; readonly reason?: string | null },
): Promise<void> {
  authorize(context.actor, reviewPolicy.merge);
  if (id === into) throw new Problem('invalid-request', 'A post-mortem cannot be merged into itself.');
  const house = await context.house();
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    const target = await findPostmortem(transaction, into);
    if (found.state === 'dismissed' || found.state === 'merged' || found.state === 'archived')
      throw new Problem('not-in-this-state', `This post-mortem is ${found.state}. Reopen it first.`);
    if (target.state === 'dismissed' || target.state === 'merged')
      throw new Problem('not-in-this-state', `The other post-mortem is ${target.state}. Choose the one that counts.`);
    await moveState(transaction, context, house, {
      found,
      to: 'merged',
      verb: 'merge',
      event: 'merged',
      stateReason: reason,
      mergedInto: into,
      detail: { into },
    });
  });
}
