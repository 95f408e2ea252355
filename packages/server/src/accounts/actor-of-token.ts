import type { Actor, Scope } from '../context.ts';
import { sha256 } from '../hash.ts';
import type { Store } from '../store/store.ts';

/** Tokens begin alike, so that scanners for secrets find them. */
export const TOKEN_PREFIX = 'debrief_';

/** A token that is good, and the person for whom it acts. */
export interface KnownToken {
  readonly id: string;
  readonly lastUsedAt: string | null;
  readonly actor: Actor;
}

/** Whom a token acts for; null where it is unknown, over or taken back, or the person has left. */
export async function actorOfToken(store: Store, token: string, now: Date): Promise<KnownToken | null> {
  if (!token.startsWith(TOKEN_PREFIX) || token.length > 200) return null;
  const found = await store.read
    .selectFrom('tokens')
    .innerJoin('people', 'people.id', 'tokens.person')
    .select(['people.id', 'people.name', 'people.role', 'people.deactivatedAt'])
    .select(['tokens.id as token', 'tokens.scopes', 'tokens.expiresAt', 'tokens.lastUsedAt'])
    .where('tokens.hash', '=', sha256(token))
    .where('tokens.revokedAt', 'is', null)
    .executeTakeFirst();
  if (found === undefined || found.deactivatedAt !== null) return null;
  if (found.expiresAt !== null && found.expiresAt <= now.toISOString()) return null;
  const { id, name, role, scopes, lastUsedAt } = found;
  const actor: Actor = { kind: 'person', id, name, role, scopes: JSON.parse(scopes) as readonly Scope[] };
  return { id: found.token, lastUsedAt, actor };
}
