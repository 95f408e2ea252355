import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** Keeps the hash of a new password, and ends all sessions of its person. */
export async function setPassword(
  transaction: Transaction<Tables>,
  { person, hash, at }: { readonly person: string; readonly hash: string; readonly at: string },
): Promise<void> {
  await transaction
    .updateTable('accounts')
    .set({ password: hash, updatedAt: at })
    .where('userId', '=', person)
    .where('providerId', '=', 'credential')
    .execute();
  await transaction.deleteFrom('sessions').where('userId', '=', person).execute();
}
