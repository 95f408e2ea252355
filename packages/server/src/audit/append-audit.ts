import type { Transaction } from 'kysely';
import { sha256 } from '../hash.ts';
import type { Tables } from '../store/tables.ts';

export interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  /** `<noun>.<verb>` */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  /** Never a secret, and never a text. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The hash that stands before the first entry. */
export const FIRST_HASH = '0'.repeat(64);

/** Adds an entry to the one chain of the workspace. */
export async function appendAudit(transaction: Transaction<Tables>, entry: AuditEntry): Promise<void> {
  const last = await transaction
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    ...entry,
    sequence: (last?.sequence ?? 0) + 1,
    detail: JSON.stringify(entry.detail),
    previousHash: last?.hash ?? FIRST_HASH,
  };
  await transaction
    .insertInto('audit')
    .values({ ...row, hash: auditHash(row) })
    .execute();
}

/** SHA-256 over what the entry says and the hash of the one before it. */
export function auditHash(row: {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
  readonly previousHash: string;
}): string {
  const { sequence, at, actor, action, subject, detail, previousHash } = row;
  return sha256(JSON.stringify([sequence, at, actor, action, subject, detail, previousHash]));
}
