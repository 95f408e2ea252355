import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { personPolicy } from '../policies/person.ts';
import { authorize } from '../policies/policy.ts';
import { Problem } from '../problem.ts';
import { findPerson, type PersonKey } from './find-person.ts';
import { makeLink, type OneTimeLink } from './one-time-link.ts';

const DAY_HOURS = 24;

/**
 * Makes a link with which a person sets a new password. One that was made before no longer works.
 *
 * @throws Problem `not-allowed`, `not-found`, `not-in-this-state` for a person who was deactivated
 * @example await resetLink(context, { email: 'kim@example.com' }) // { path: '/link/…', expiresAt: '2026-05-02T10:00:00.000Z', … }
 */
export async function resetLink({ store, actor, now, newId }: Context, key: PersonKey): Promise<OneTimeLink> {
  authorize(actor, personPolicy.makeResetLink);
  const time = now();
  const at = time.toISOString();
  return store.write(async (transaction) => {
    const { id: person, email, role, deactivatedAt } = await findPerson(transaction, key);
    if (deactivatedAt !== null)
      throw new Problem('not-in-this-state', 'This person was deactivated. Reactivate them first.');
    await transaction
      .updateTable('invitations')
      .set({ usedAt: at })
      .where('kind', '=', 'reset')
      .where('person', '=', person)
      .where('usedAt', 'is', null)
      .execute();
    const link = await makeLink(transaction, {
      id: newId(),
      kind: 'reset',
      person,
      email,
      role,
      invitedBy: actor.id,
      at: time,
      hours: DAY_HOURS,
    });
    await appendAudit(transaction, { at, actor: actor.id, action: 'person.reset-link', subject: person, detail: {} });
    return link;
  });
}
