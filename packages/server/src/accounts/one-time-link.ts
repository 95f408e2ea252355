import type { Kysely, Transaction } from 'kysely';
import { sha256 } from '../hash.ts';
import { Problem } from '../problem.ts';
import type { PersonRole, Tables } from '../store/tables.ts';
import { newSecret } from './new-secret.ts';

/** A link that works once. Its secret is told to whoever asked for it, and kept nowhere. */
export interface OneTimeLink {
  readonly id: string;
  /** To be put behind the address of the server. */
  readonly path: string;
  readonly secret: string;
  readonly expiresAt: string;
}

export type LinkKind = Tables['invitations']['kind'];

export interface NewLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly person: string | null;
  readonly email: string | null;
  readonly role: PersonRole;
  readonly invitedBy: string;
  readonly at: Date;
  readonly hours: number;
}

export interface FoundLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly person: string | null;
  readonly email: string | null;
  readonly role: PersonRole;
  readonly expiresAt: string;
}

const COLUMNS = ['id', 'kind', 'person', 'email', 'role', 'expiresAt'] as const;

/** Where the page of a link is, whatever the link is for. */
export function linkPath(secret: string): string {
  return `/link/${secret}`;
}

/** Keeps the hash of a new link, within the job that makes it. */
export async function makeLink(
  transaction: Transaction<Tables>,
  { at, hours, ...link }: NewLink,
): Promise<OneTimeLink> {
  const secret = newSecret();
  const createdAt = at.toISOString();
  const expiresAt = new Date(at.getTime() + hours * 3_600_000).toISOString();
  await transaction
    .insertInto('invitations')
    .values({ ...link, hash: sha256(secret), createdAt, expiresAt, usedAt: null })
    .execute();
  return { id: link.id, path: linkPath(secret), secret, expiresAt };
}

/**
 * What a link is for, without using it up.
 *
 * @throws Problem `not-found`, the same for every link that does not work
 */
export async function findLink(database: Kysely<Tables>, secret: string, now: Date): Promise<FoundLink> {
  const found = await database
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('hash', '=', sha256(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .executeTakeFirst();
  return found ?? refuse();
}

/**
 * Uses a link up. Of several who try at once one is first.
 *
 * @throws Problem `not-found`
 */
export async function redeemLink(transaction: Transaction<Tables>, secret: string, now: Date): Promise<FoundLink> {
  const at = now.toISOString();
  const found = await transaction
    .updateTable('invitations')
    .set({ usedAt: at })
    .where('hash', '=', sha256(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .returning(COLUMNS)
    .executeTakeFirst();
  return found ?? refuse();
}

function refuse(): never {
  throw new Problem(
    'not-found',
    'This link is not known, is over, or was used already. Ask whoever gave it to you for a new one.',
  );
}
