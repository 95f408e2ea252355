import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { commentPolicy } from '../policies/comment.ts';
import { authorize } from '../policies/policy.ts';
import { Problem } from '../problem.ts';
import { findComment } from './find-comment.ts';

/**
 * Takes one's own comment back: its words and its quotation are gone, answers to it stay.
 *
 * @throws Problem `not-allowed` for that of somebody else, `not-found`
 */
export async function deleteComment(
  { actor, store, now }: Context,
  { id, comment }: { readonly id: string; readonly comment: string },
): Promise<void> {
  authorize(actor, commentPolicy.write);
  await store.write(async (transaction) => {
    const { person } = await findComment(transaction, id, comment);
    if (person !== actor.id) throw new Problem('not-allowed', 'Only the one who wrote a comment takes it back.');
    const at = now().toISOString();
    await transaction
      .updateTable('comments')
      .set({ text: '', quoted: null, deletedAt: at })
      .where('id', '=', comment)
      .execute();
    await appendAudit(transaction, { at, actor: actor.id, action: 'comment.delete', subject: id, detail: { comment } });
  });
}
