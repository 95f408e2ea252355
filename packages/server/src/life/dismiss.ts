import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import { moveState } from './move-state.ts';

/**
 * Says that there was no incident, and why. It stays readable and enters no figure.
 *
 * @throws Problem `not-in-this-state`, `invalid-request` without a reason, `not-found`, `not-allowed`
 */
export async function dismissPostmortem(
  context: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  authorize(context.actor, reviewPolicy.dismiss);
  if (reason.trim() === '') throw new Problem('invalid-request', 'Say why it was no incident.');
  const house = await context.house();
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    if (found.state === 'dismissed' || found.state === 'merged' || found.state === 'archived')
      throw new Problem('not-in-this-state', `This post-mortem is ${found.state}. Reopen it first.`);
    await moveState(transaction, context, house, {
      found,
      to: 'dismissed',
      verb: 'dismiss',
      event: 'dismissed',
      stateReason: reason,
      detail: { reason },
    });
  });
}
