import type { Kysely } from 'kysely';
import { FIRST_HASH } from '../audit/append-audit.ts';
import type { ChainBreak } from '../chain/chain-break.ts';
import { sha256 } from '../hash.ts';
import type { Tables } from '../store/tables.ts';
import { revisionHash } from './append-revision.ts';

export type RevisionsVerdict =
  | { readonly state: 'whole'; readonly documents: number; readonly revisions: number }
  | { readonly state: 'broken'; readonly at: ChainBreak };

const DOCUMENTS_AT_ONCE = 200;
/** Few, since each brings its text. */
const REVISIONS_AT_ONCE = 20;

/**
 * Follows the chain of revisions of each document from its first, a few at a time, and answers with the first break:
 * numbers without a gap, each with the hash of the one before, each text with its hash unless it was purged, up to the
 * newest revision that the document knows of.
 */
export async function verifyRevisions(database: Kysely<Tables>): Promise<RevisionsVerdict> {
  let documents = 0;
  let revisions = 0;
  for (let after = ''; ;) {
    const page = await database
      .selectFrom('postmortems')
      .select(['id', 'head', 'published', 'correction'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(DOCUMENTS_AT_ONCE)
      .execute();
    for (const document of page) {
      const chain = await verifyChain(database, document.id);
      if (typeof chain !== 'number') return { state: 'broken', at: chain };
      const newest = Math.max(document.head, document.published ?? 0, document.correction ?? 0);
      if (newest > chain) return { state: 'broken', at: breakOf(document.id, chain + 1, 'truncated') };
      revisions += chain;
      after = document.id;
    }
    documents += page.length;
    if (page.length < DOCUMENTS_AT_ONCE) return { state: 'whole', documents, revisions };
  }
}

/** How many revisions a document has, or the first break. */
async function verifyChain(database: Kysely<Tables>, postmortem: string): Promise<number | ChainBreak> {
  let last = { number: 0, hash: FIRST_HASH };
  for (;;) {
    const rows = await database
      .selectFrom('revisions')
      .leftJoin('texts', 'texts.hash', 'revisions.textHash')
      .selectAll('revisions')
      .select(['texts.text', 'texts.purgedAt'])
      .where('postmortem', '=', postmortem)
      .where('number', '>', last.number)
      .orderBy('number')
      .limit(REVISIONS_AT_ONCE)
      .execute();
    for (const row of rows) {
      const reason = reasonAgainst(row, last);
      if (reason !== null) return breakOf(postmortem, row.number, reason);
      last = row;
    }
    if (rows.length < REVISIONS_AT_ONCE) return last.number;
  }
}

function reasonAgainst(
  row: Tables['revisions'] & { readonly text: string | null; readonly purgedAt: string | null },
  last: { readonly number: number; readonly hash: string },
): ChainBreak['reason'] | null {
  if (row.number !== last.number + 1) return 'gap';
  if (row.previousHash !== last.hash) return 'previous';
  if (row.hash !== revisionHash(row)) return 'content';
  if (row.text === null) return row.purgedAt === null ? 'no-text' : null;
  return sha256(row.text) === row.textHash ? null : 'text';
}

function breakOf(postmortem: string, position: number, reason: ChainBreak['reason']): ChainBreak {
  return { chain: 'revisions', postmortem, position, reason };
}
