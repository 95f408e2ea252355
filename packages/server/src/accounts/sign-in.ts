import { isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { Actor } from '../context.ts';
import { Problem } from '../problem.ts';
import type { PersonRole, Tables } from '../store/tables.ts';
import type { Accounts } from './accounts.ts';
import { ADDRESS_HEADER } from './auth.ts';
import { emailOf } from './email.ts';
import { attempt } from './limits.ts';
import { LONGEST_PASSWORD } from './password-rules.ts';
import type { Visitor } from './visitor.ts';

/** Somebody who is signed in from now on. */
export interface SignedIn {
  readonly actor: Extract<Actor, { kind: 'person' }>;
  /** The values of the headers `Set-Cookie` of the answer. */
  readonly cookies: readonly string[];
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

const LONGEST_USER_AGENT = 400;

/**
 * Signs somebody in with a new session. One that the browser held before is over. An unknown email, a wrong password and
 * a person who has left get the same answer after the same work.
 *
 * @throws Problem `not-signed-in`, `too-many-requests`
 * @example await signIn(accounts, { email: 'kim@example.com', password }, visitor) // { actor: { name: 'Kim', … }, cookies: ['__Host-debrief=…'] }
 */
export async function signIn(
  accounts: Accounts,
  { email: written, password }: Credentials,
  visitor: Visitor,
): Promise<SignedIn> {
  const { limits } = accounts;
  const email = emailOf(written) ?? 'nobody@debrief.invalid';
  const both = `${email} ${visitor.address}`;
  const counted = [
    ['signInAddress', visitor.address],
    ['signInBoth', both],
    ['signInEmail', email],
  ] as const;
  const signedIn = await attempt(limits, counted, async () => {
    const opened = await openSession(accounts, { email, password: password.slice(0, LONGEST_PASSWORD * 4) }, visitor);
    if (opened === null)
      throw new Problem(
        'not-signed-in',
        'The email or the password is not right. Try again, or ask an admin for a link to set a new password.',
      );
    return opened;
  });
  await limits.forget('signInBoth', both);
  return signedIn;
}

/** The same without counting, for whoever has just shown a link that works once. Null where it is not right. */
export async function openSession(
  accounts: Accounts,
  credentials: Credentials,
  visitor: Visitor,
): Promise<SignedIn | null> {
  const { store, now, cookie } = accounts;
  const passwordBefore = await passwordOf(store.read, credentials.email);
  const opened = await asked(accounts, credentials, visitor);
  if (opened === null) return null;
  const at = now().toISOString();
  const before = await cookie.read(visitor.cookie);
  const { id, name, role } = opened.person;
  const isGood = await store.write(async (transaction) => {
    const sessions = transaction.deleteFrom('sessions');
    // The library compares and writes in two steps; in between the password may have changed, or the person left.
    if ((await passwordOf(transaction, credentials.email)) !== passwordBefore) {
      await sessions.where('token', '=', opened.token).execute();
      return false;
    }
    if (before !== null) await sessions.where('token', '=', before).execute();
    await sessions.where('userId', '=', id).where('expiresAt', '<=', at).execute();
    await appendAudit(transaction, { at, actor: id, action: 'session.open', subject: id, detail: {} });
    return true;
  });
  if (!isGood) return null;
  return { actor: { kind: 'person', id, name, role, scopes: null }, cookies: [await cookie.write(opened.token)] };
}

/** The hash of the password of an active person; null where there is none. */
async function passwordOf(database: Kysely<Tables>, email: string): Promise<string | null> {
  const found = await database
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.userId')
    .select('accounts.password')
    .where('people.email', '=', email)
    .where('people.deactivatedAt', 'is', null)
    .where('accounts.providerId', '=', 'credential')
    .executeTakeFirst();
  return found?.password ?? null;
}

interface Opened {
  readonly token: string;
  readonly person: { readonly id: string; readonly name: string; readonly role: PersonRole };
}

/** Asks the library, which compares the password and makes the session. */
async function asked({ auth }: Accounts, body: Credentials, { address, userAgent }: Visitor): Promise<Opened | null> {
  const headers = new Headers({ [ADDRESS_HEADER]: address });
  if (userAgent !== null) headers.set('user-agent', userAgent.slice(0, LONGEST_USER_AGENT));
  try {
    const { token, user } = await auth.api.signInEmail({ body: { ...body }, headers });
    // What the library reads is what the store keeps, whose roles are these.
    return { token, person: { id: user.id, name: user.name, role: user.role as PersonRole } };
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}
