import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { sessionPolicy } from '../policies/session.ts';
import { Problem } from '../problem.ts';
import type { Accounts } from './accounts.ts';
import { findPerson } from './find-person.ts';
import { attempt } from './limits.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { expectGoodPassword, LONGEST_PASSWORD } from './password-rules.ts';
import { setPassword } from './set-password.ts';
import { openSession, type SignedIn } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

/**
 * Sets a new password for whoever knows the current one, ends all their sessions, and signs them in here anew.
 *
 * @throws Problem `not-allowed`, `invalid-request`, `too-many-requests`
 */
export async function changePassword(
  accounts: Accounts,
  { actor }: Pick<Context, 'actor'>,
  { current, next }: { readonly current: string; readonly next: string },
  visitor: Visitor,
): Promise<SignedIn> {
  authorize(actor, sessionPolicy.changePassword);
  const { store, now, limits } = accounts;
  const { email } = await findPerson(store.read, { id: actor.id });
  await attempt(limits, [['signInBoth', `${email} ${visitor.address}`]], () =>
    expectCurrent(accounts, actor.id, current.slice(0, LONGEST_PASSWORD * 4)),
  );
  expectGoodPassword(next, email);
  const hash = await hashPassword(next);
  const at = now().toISOString();
  await store.write(async (transaction) => {
    await setPassword(transaction, { person: actor.id, hash, at });
    const subject = actor.id;
    await appendAudit(transaction, { at, actor: subject, action: 'person.change-password', subject, detail: {} });
  });
  const opened = await openSession(accounts, { email, password: next }, visitor);
  if (opened === null) throw new Problem('not-signed-in', 'The password is set. Sign in with it.');
  return opened;
}

async function expectCurrent({ store }: Accounts, person: string, password: string): Promise<void> {
  const account = await store.read
    .selectFrom('accounts')
    .select('password')
    .where('userId', '=', person)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  const hash = account?.password ?? null;
  if (hash === null || !(await verifyPassword({ hash, password })))
    throw new Problem('invalid-request', 'The current password is not right.', { field: 'current' });
}
