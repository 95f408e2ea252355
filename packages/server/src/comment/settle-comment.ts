import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import { commentPolicy } from '../policies/comment.ts';
import { authorize } from '../policies/policy.ts';
import { Problem } from '../problem.ts';
import { findComment } from './find-comment.ts';

/**
 * Says that a comment is dealt with, or that it is not after all. Done twice it is done once.
 *
 * @throws Problem `invalid-request` for an answer, which is settled with its comment, `not-found`, `not-allowed`
 */
export async function settleComment(
  { actor, store, now, newId }: Context,
  { id, comment, isResolved }: { readonly id: string; readonly comment: string; readonly isResolved: boolean },
): Promise<void> {
  authorize(actor, commentPolicy.write);
  await store.write(async (transaction) => {
    const { parent, resolvedAt } = await findComment(transaction, id, comment);
    if (parent !== null) throw new Problem('invalid-request', 'An answer is settled with its comment.');
    if ((resolvedAt !== null) === isResolved) return;
    const at = now().toISOString();
    await transaction
      .updateTable('comments')
      .set(isResolved ? { resolvedAt: at, resolvedBy: actor.id } : { resolvedAt: null, resolvedBy: null })
      .where('id', '=', comment)
      .execute();
    const verb = isResolved ? 'resolve' : 'reopen';
    await appendAudit(transaction, {
      at,
      actor: actor.id,
      action: `comment.${verb}`,
      subject: id,
      detail: { comment },
    });
    const event = isResolved ? 'comment.resolved' : 'comment.reopened';
    await tell(transaction, { id: newId(), event, payload: { id, comment }, at });
  });
}
