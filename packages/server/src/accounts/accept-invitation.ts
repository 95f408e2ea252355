import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import { tell } from '../outbox/tell.ts';
import { Problem } from '../problem.ts';
import type { Tables } from '../store/tables.ts';
import type { Accounts } from './accounts.ts';
import { expectEmail } from './email.ts';
import { attempt } from './limits.ts';
import { findLink, type FoundLink, redeemLink } from './one-time-link.ts';
import { hashPassword } from './password-hash.ts';
import { expectGoodPassword } from './password-rules.ts';
import { expectPersonName } from './person-name.ts';
import { openSession, type SignedIn } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

export interface Acceptance {
  /** The end of the link. */
  readonly secret: string;
  readonly name: string;
  /** Only for the first link of a server; an invitation says whose it is. */
  readonly email?: string | undefined;
  readonly password: string;
}

/**
 * Makes the account that a link promises, and signs its person in. The link is used up in the same step, so it makes one
 * account however often it is sent.
 *
 * @throws Problem `not-found` for a link that does not work, `invalid-request`, `not-in-this-state`, `too-many-requests`
 */
export async function acceptInvitation(
  accounts: Accounts,
  { secret, name: writtenName, email: writtenEmail = '', password }: Acceptance,
  visitor: Visitor,
): Promise<SignedIn> {
  const { store, now, newId, limits } = accounts;
  const link = await attempt(limits, [['signInAddress', visitor.address]], () => findLink(store.read, secret, now()));
  expectInvitation(link);
  const email = link.email ?? expectEmail(writtenEmail);
  const name = expectPersonName(writtenName);
  expectGoodPassword(password, email);
  const hash = await hashPassword(password);
  const time = now();
  const at = time.toISOString();
  await store.write(async (transaction) => {
    const { id, role, kind } = await redeemLink(transaction, secret, time);
    await expectNew(transaction, email, kind);
    const person = newId();
    await addAccount(transaction, { person, account: newId(), name, email, role, hash, at });
    const detail = { role, invitation: id };
    await appendAudit(transaction, { at, actor: person, action: 'person.join', subject: person, detail });
    await tell(transaction, { id: newId(), event: 'person.joined', payload: { id: person, role }, at });
  });
  const opened = await openSession(accounts, { email, password }, visitor);
  if (opened === null) throw new Problem('not-signed-in', 'The account is made. Sign in with it.');
  return opened;
}

function expectInvitation({ kind }: FoundLink): void {
  if (kind === 'reset') throw new Problem('not-found', 'This link is for setting a new password.');
}

async function expectNew(transaction: Transaction<Tables>, email: string, kind: FoundLink['kind']): Promise<void> {
  const people = transaction.selectFrom('people').select('id').limit(1);
  const known = await (kind === 'first' ? people : people.where('email', '=', email)).executeTakeFirst();
  if (known === undefined) return;
  throw new Problem(
    'not-in-this-state',
    kind === 'first'
      ? 'This server has its admin already. Ask them for an invitation.'
      : 'There is an account with this email already. Sign in with it.',
  );
}

/** The rows that the library would write. */
async function addAccount(
  transaction: Transaction<Tables>,
  row: {
    readonly person: string;
    readonly account: string;
    readonly name: string;
    readonly email: string;
    readonly role: FoundLink['role'];
    readonly hash: string;
    readonly at: string;
  },
): Promise<void> {
  const { person, account, name, email, role, hash, at } = row;
  const times = { createdAt: at, updatedAt: at };
  await transaction
    .insertInto('people')
    .values({ id: person, name, email, emailVerified: 0, image: null, role, deactivatedAt: null, ...times })
    .execute();
  await transaction
    .insertInto('accounts')
    .values({
      id: account,
      accountId: person,
      providerId: 'credential',
      userId: person,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      password: hash,
      ...times,
    })
    .execute();
}
