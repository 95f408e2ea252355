import { appendAudit } from '../audit/append-audit.ts';
import { carryComments } from '../comment/carry-comments.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';
import { diffSplices } from '../revision/diff-splices.ts';
import { findCorrection } from './correction-at.ts';

/**
 * Puts a correction away: what is published stays as it is. The revisions of the correction stay in the history, and
 * comments on it go to the words that both have.
 *
 * @throws Problem `not-in-this-state`, `not-found`, `not-allowed`
 */
export async function discardCorrection(context: Context, { id }: { readonly id: string }): Promise<void> {
  authorize(context.actor, reviewPolicy.discard);
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    const { correction, shown } = await findCorrection(transaction, found);
    const at = context.now().toISOString();
    await transaction
      .updateTable('postmortems')
      .set({ correction: null, updatedAt: at })
      .where('id', '=', id)
      .execute();
    const splices = diffSplices(correction.text, shown.text);
    await carryComments(transaction, id, { line: 'correction', to: 'main', splices });
    await appendAudit(transaction, {
      at,
      actor: context.actor.id,
      action: 'postmortem.discard-correction',
      subject: id,
      detail: { revision: correction.number },
    });
    const payload = { id, revision: correction.number };
    await tell(transaction, { id: context.newId(), event: 'postmortem.correction-discarded', payload, at });
  });
}
