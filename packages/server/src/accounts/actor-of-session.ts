import type { Actor } from '../context.ts';
import type { Accounts } from './accounts.ts';

/** A session that is good, and the person who holds it. */
export interface KnownSession {
  readonly id: string;
  readonly token: string;
  readonly actor: Actor;
}

/** Whose session a header `Cookie` holds; null where there is none, or it is over, or the person has left. */
export async function actorOfSession(
  { store, cookie, now, idleMilliseconds, uses }: Accounts,
  header: string | null,
): Promise<KnownSession | null> {
  const token = await cookie.read(header);
  if (token === null) return null;
  const found = await store.read
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.userId')
    .select(['people.id', 'people.name', 'people.role', 'people.deactivatedAt'])
    .select(['sessions.id as session', 'sessions.updatedAt', 'sessions.expiresAt'])
    .where('sessions.token', '=', token)
    .executeTakeFirst();
  if (found === undefined || found.deactivatedAt !== null) return null;
  const time = now().getTime();
  if (Date.parse(found.expiresAt) <= time) return null;
  if (Date.parse(found.updatedAt) + idleMilliseconds <= time) return null;
  uses.session(found.session, found.updatedAt);
  const { id, name, role } = found;
  return { id: found.session, token, actor: { kind: 'person', id, name, role, scopes: null } };
}
