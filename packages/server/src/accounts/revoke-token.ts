import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { authorize, refusalOf } from '../policies/policy.ts';
import { tokenPolicy } from '../policies/token.ts';
import { Problem } from '../problem.ts';

/**
 * Ends a token at once: one of one's own, for an admin anybody's.
 *
 * @throws Problem `not-allowed`, `not-found`
 */
export async function revokeToken(
  { store, actor, now }: Pick<Context, 'store' | 'actor' | 'now'>,
  { id }: { readonly id: string },
): Promise<void> {
  authorize(actor, tokenPolicy.revoke);
  const at = now().toISOString();
  const isForAny = refusalOf(actor, tokenPolicy.revokeAny) === null;
  await store.write(async (transaction) => {
    const open = transaction
      .updateTable('tokens')
      .set({ revokedAt: at })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .returning('person');
    const revoked = await (isForAny ? open : open.where('person', '=', actor.id)).executeTakeFirst();
    if (revoked === undefined) throw new Problem('not-found', 'There is no such token, or it is not yours.');
    const detail = { person: revoked.person };
    await appendAudit(transaction, { at, actor: actor.id, action: 'token.revoke', subject: id, detail });
  });
}
