import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import { reviewedRevision } from './approve.ts';
import { settledState } from './settled-state.ts';

/**
 * Takes one's own approvals back, those that have fallen too, as long as it is not published.
 *
 * @throws Problem `not-found` where there is none, `not-in-this-state`, `not-allowed`
 */
export async function withdrawApproval(context: Context, { id }: { readonly id: string }): Promise<void> {
  const { actor } = context;
  authorize(actor, reviewPolicy.approve);
  const house = await context.house();
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    const revision = reviewedRevision(found);
    const at = context.now().toISOString();
    const { numUpdatedRows } = await transaction
      .updateTable('approvals')
      .set({ withdrawnAt: at })
      .where('postmortem', '=', id)
      .where('person', '=', actor.id)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('not-found', 'You have not approved this.');
    const moved = await settledState(transaction, house, found, at);
    await appendAudit(transaction, {
      at,
      actor: actor.id,
      action: 'review.withdraw',
      subject: id,
      detail: { revision, ...(moved !== null && { state: moved }) },
    });
    await tell(transaction, { id: context.newId(), event: 'review.withdrawn', payload: { id, revision }, at });
  });
}
