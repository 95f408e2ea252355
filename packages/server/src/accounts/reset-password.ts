import { appendAudit } from '../audit/append-audit.ts';
import { Problem } from '../problem.ts';
import type { Accounts } from './accounts.ts';
import { findPerson } from './find-person.ts';
import { attempt } from './limits.ts';
import { findLink, type FoundLink, redeemLink } from './one-time-link.ts';
import { hashPassword } from './password-hash.ts';
import { expectGoodPassword } from './password-rules.ts';
import { setPassword } from './set-password.ts';
import { openSession, type SignedIn } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

/**
 * Sets the password that a reset link allows, ends all sessions of that person, and signs them in here. Their tokens go
 * on: they are other keys, which are revoked one by one.
 *
 * @throws Problem `not-found` for a link that does not work, `invalid-request`, `not-in-this-state`, `too-many-requests`
 */
export async function resetPassword(
  accounts: Accounts,
  { secret, password }: { readonly secret: string; readonly password: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const { store, now, limits } = accounts;
  const link = await attempt(limits, [['signInAddress', visitor.address]], () => findLink(store.read, secret, now()));
  const { email } = await findPerson(store.read, { id: personOf(link) });
  expectGoodPassword(password, email);
  const hash = await hashPassword(password);
  const time = now();
  const at = time.toISOString();
  await store.write(async (transaction) => {
    const person = personOf(await redeemLink(transaction, secret, time));
    const { deactivatedAt } = await findPerson(transaction, { id: person });
    if (deactivatedAt !== null)
      throw new Problem('not-in-this-state', 'This account was deactivated. Ask an admin to reactivate it.');
    await setPassword(transaction, { person, hash, at });
    await appendAudit(transaction, { at, actor: person, action: 'person.reset-password', subject: person, detail: {} });
  });
  const opened = await openSession(accounts, { email, password }, visitor);
  if (opened === null) throw new Problem('not-signed-in', 'The password is set. Sign in with it.');
  return opened;
}

function personOf({ kind, person }: FoundLink): string {
  if (kind !== 'reset' || person === null)
    throw new Problem('not-found', 'This link is for making an account, not for setting a new password.');
  return person;
}
