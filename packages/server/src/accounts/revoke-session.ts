import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { sessionPolicy } from '../policies/session.ts';
import { Problem } from '../problem.ts';

/**
 * Signs oneself out somewhere else.
 *
 * @throws Problem `not-allowed`, `not-found`
 */
export async function revokeSession(
  { store, actor, now }: Pick<Context, 'store' | 'actor' | 'now'>,
  { id }: { readonly id: string },
): Promise<void> {
  authorize(actor, sessionPolicy.revoke);
  const at = now().toISOString();
  await store.write(async (transaction) => {
    const ended = await transaction
      .deleteFrom('sessions')
      .where('id', '=', id)
      .where('userId', '=', actor.id)
      .returning('id')
      .executeTakeFirst();
    if (ended === undefined) throw new Problem('not-found', 'There is no such session, or it is not yours.');
    await appendAudit(transaction, { at, actor: actor.id, action: 'session.revoke', subject: actor.id, detail: {} });
  });
}
