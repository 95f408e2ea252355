import type { Kysely } from 'kysely';
import type { ChainBreak } from '../chain/chain-break.ts';
import type { Tables } from '../store/tables.ts';
import { auditHash, FIRST_HASH } from './append-audit.ts';
import type { Checkpoint } from './checkpoint.ts';

export type AuditVerdict =
  | { readonly state: 'whole'; readonly entries: number; readonly checkpoint: Checkpoint }
  | { readonly state: 'broken'; readonly at: ChainBreak };

const ENTRIES_AT_ONCE = 500;

/**
 * Follows the chain of the audit from its first entry, a few at a time, and answers with the first break.
 *
 * @param expect a checkpoint of an earlier time, which finds an end that was cut off
 */
export async function verifyAudit(
  database: Kysely<Tables>,
  { expect = null }: { readonly expect?: Checkpoint | null } = {},
): Promise<AuditVerdict> {
  let last: Checkpoint = { sequence: 0, hash: FIRST_HASH };
  for (;;) {
    const rows = await database
      .selectFrom('audit')
      .selectAll()
      .where('sequence', '>', last.sequence)
      .orderBy('sequence')
      .limit(ENTRIES_AT_ONCE)
      .execute();
    for (const row of rows) {
      const reason = reasonAgainst(row, last);
      if (reason !== null) return broken(row.sequence, reason);
      if (expect?.sequence === row.sequence && expect.hash !== row.hash) return broken(row.sequence, 'replaced');
      last = { sequence: row.sequence, hash: row.hash };
    }
    if (rows.length < ENTRIES_AT_ONCE) break;
  }
  if (expect !== null && expect.sequence > last.sequence) return broken(last.sequence + 1, 'truncated');
  return { state: 'whole', entries: last.sequence, checkpoint: last };
}

function reasonAgainst(row: Tables['audit'], last: Checkpoint): ChainBreak['reason'] | null {
  if (row.sequence !== last.sequence + 1) return 'gap';
  if (row.previousHash !== last.hash) return 'previous';
  return row.hash === auditHash(row) ? null : 'content';
}

function broken(position: number, reason: ChainBreak['reason']): AuditVerdict {
  return { state: 'broken', at: { chain: 'audit', postmortem: null, position, reason } };
}
