import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { makeLink, type OneTimeLink } from './one-time-link.ts';

const DAY_HOURS = 24;

/**
 * The link with which the first person makes the account of an admin; null once there are people. To be asked for at
 * each start: the links of starts before no longer work.
 *
 * @throws Problem `not-allowed` for people: only the machine that starts the server is told
 */
export async function firstLink({ store, actor, now, newId }: Context): Promise<OneTimeLink | null> {
  if (actor.kind !== 'machine') throw new Problem('not-allowed', 'The first link is told where the server starts.');
  const time = now();
  const at = time.toISOString();
  return store.write(async (transaction) => {
    const anybody = await transaction.selectFrom('people').select('id').limit(1).executeTakeFirst();
    if (anybody !== undefined) return null;
    await transaction
      .updateTable('invitations')
      .set({ usedAt: at })
      .where('kind', '=', 'first')
      .where('usedAt', 'is', null)
      .execute();
    const id = newId();
    const link = await makeLink(transaction, {
      id,
      kind: 'first',
      person: null,
      email: null,
      role: 'admin',
      invitedBy: actor.id,
      at: time,
      hours: DAY_HOURS,
    });
    await appendAudit(transaction, {
      at,
      actor: actor.id,
      action: 'invitation.create',
      subject: id,
      detail: { role: 'admin', first: true },
    });
    return link;
  });
}
