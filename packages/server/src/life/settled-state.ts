import type { Transaction } from 'kysely';
import { findRevision, type PostmortemAt } from '../postmortem/find-postmortem.ts';
import type { House } from '../settings/house.ts';
import type { Tables } from '../store/tables.ts';
import { approvalGaps } from './approval-gaps.ts';
import { standingOf } from './standing.ts';

/**
 * Moves a document between review and approved as its approvals hold for the words that stand there now.
 *
 * @returns the new state, or null where it stays
 */
export async function settledState(
  transaction: Transaction<Tables>,
  house: House,
  { id, state, head }: Pick<PostmortemAt, 'id' | 'state' | 'head'>,
  at: string,
): Promise<'review' | 'approved' | null> {
  if (state !== 'review' && state !== 'approved') return null;
  const { substanceHash } = await findRevision(transaction, id, head);
  const severityLevel = await projectedLevel(transaction, id);
  const { question } = await standingOf(transaction, house, { id, revision: head, substanceHash, severityLevel });
  const next = approvalGaps(question).length === 0 ? 'approved' : 'review';
  if (next === state) return null;
  await transaction.updateTable('postmortems').set({ state: next, updatedAt: at }).where('id', '=', id).execute();
  return next;
}

async function projectedLevel(transaction: Transaction<Tables>, id: string): Promise<number | null> {
  const row = await transaction
    .selectFrom('projections')
    .select('severityLevel')
    .where('postmortem', '=', id)
    .executeTakeFirst();
  return row?.severityLevel ?? null;
}
