import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { invitationPolicy } from '../policies/invitation.ts';
import { authorize } from '../policies/policy.ts';
import { Problem } from '../problem.ts';

/**
 * Takes an invitation back; its link no longer works.
 *
 * @throws Problem `not-allowed`, `not-found`
 */
export async function withdrawInvitation(
  { store, actor, now }: Pick<Context, 'store' | 'actor' | 'now'>,
  { id }: { readonly id: string },
): Promise<void> {
  authorize(actor, invitationPolicy.withdraw);
  const at = now().toISOString();
  await store.write(async (transaction) => {
    const withdrawn = await transaction
      .updateTable('invitations')
      .set({ usedAt: at })
      .where('id', '=', id)
      .where('kind', '=', 'invite')
      .where('usedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (withdrawn === undefined) throw new Problem('not-found', 'There is no such open invitation.');
    await appendAudit(transaction, { at, actor: actor.id, action: 'invitation.withdraw', subject: id, detail: {} });
  });
}
