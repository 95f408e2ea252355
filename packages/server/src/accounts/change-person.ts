import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import { personPolicy } from '../policies/person.ts';
import { authorize } from '../policies/policy.ts';
import { Problem } from '../problem.ts';
import type { PersonRole, Tables } from '../store/tables.ts';
import { findPerson, type Person, type PersonKey } from './find-person.ts';

export interface PersonChange {
  readonly role?: PersonRole | undefined;
  /** False for somebody who leaves, true for one who is back. */
  readonly isActive?: boolean | undefined;
}

/**
 * Gives a person another role, or deactivates or reactivates them. Who is deactivated is out at once: their sessions,
 * tokens and open links end, and none of them comes back. The last active admin stays one.
 *
 * @throws Problem `not-allowed`, `not-found`, `not-in-this-state` for the last active admin
 */
export async function changePerson(
  { store, actor, now, newId }: Context,
  key: PersonKey,
  { role, isActive }: PersonChange,
): Promise<Person> {
  authorize(actor, personPolicy.change);
  const at = now().toISOString();
  return store.write(async (transaction) => {
    const before = await findPerson(transaction, key);
    const after: Person = {
      ...before,
      role: role ?? before.role,
      deactivatedAt: isActive === undefined ? before.deactivatedAt : isActive ? null : (before.deactivatedAt ?? at),
    };
    const actions = actionsOf(before, after);
    if (actions.length === 0) return before;
    if (isActiveAdmin(before) && !isActiveAdmin(after)) {
      await expectAnotherAdmin(transaction, before.id);
      await endLinksFrom(transaction, before.id, at);
    }
    const { id, deactivatedAt } = after;
    await transaction
      .updateTable('people')
      .set({ role: after.role, deactivatedAt, updatedAt: at })
      .where('id', '=', id)
      .execute();
    if (deactivatedAt !== before.deactivatedAt) await endAccess(transaction, id, at);
    for (const { action, detail } of actions)
      await appendAudit(transaction, { at, actor: actor.id, action, subject: id, detail });
    await tell(transaction, { id: newId(), event: 'person.changed', payload: { id }, at });
    return after;
  });
}

function isActiveAdmin({ role, deactivatedAt }: Person): boolean {
  return role === 'admin' && deactivatedAt === null;
}

function actionsOf(before: Person, after: Person) {
  return [
    ...(before.role === after.role
      ? []
      : [{ action: 'person.change-role', detail: { from: before.role, to: after.role } }]),
    ...(before.deactivatedAt === after.deactivatedAt
      ? []
      : [{ action: after.deactivatedAt === null ? 'person.reactivate' : 'person.deactivate', detail: {} }]),
  ];
}

/** Within the job that writes, so of two who step down at once the second is told. */
async function expectAnotherAdmin(transaction: Transaction<Tables>, person: string): Promise<void> {
  const another = await transaction
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'admin')
    .where('deactivatedAt', 'is', null)
    .where('id', '!=', person)
    .limit(1)
    .executeTakeFirst();
  if (another === undefined)
    throw new Problem('not-in-this-state', 'This is the last active admin. Make somebody else an admin first.');
}

async function endAccess(transaction: Transaction<Tables>, person: string, at: string): Promise<void> {
  await transaction.deleteFrom('sessions').where('userId', '=', person).execute();
  await transaction
    .updateTable('tokens')
    .set({ revokedAt: at })
    .where('person', '=', person)
    .where('revokedAt', 'is', null)
    .execute();
  await transaction
    .updateTable('invitations')
    .set({ usedAt: at })
    .where('person', '=', person)
    .where('usedAt', 'is', null)
    .execute();
}

/** An admin who goes takes the links along that would let them in again. */
async function endLinksFrom(transaction: Transaction<Tables>, person: string, at: string): Promise<void> {
  await transaction
    .updateTable('invitations')
    .set({ usedAt: at })
    .where('invitedBy', '=', person)
    .where('usedAt', 'is', null)
    .execute();
}
