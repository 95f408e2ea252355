import type { Transaction } from 'kysely';
import { sha256 } from '../hash.ts';
import { FIRST_HASH } from '../audit/append-audit.ts';
import type { RevisionLine, Tables } from '../store/tables.ts';

export interface NewRevision {
  readonly postmortem: string;
  readonly number: number;
  readonly line: RevisionLine;
  /** The revision it was made from; null for the first. */
  readonly base: number | null;
  readonly text: string;
  readonly substanceHash: string;
  readonly authors: readonly string[];
  readonly at: string;
  readonly reason: string;
}

/** Keeps a text as the next revision of its document, chained to the one before it. */
export async function appendRevision(
  transaction: Transaction<Tables>,
  { text, authors, ...revision }: NewRevision,
): Promise<{ readonly textHash: string; readonly hash: string }> {
  const textHash = sha256(text);
  const previous = await transaction
    .selectFrom('revisions')
    .select('hash')
    .where('postmortem', '=', revision.postmortem)
    .where('number', '=', revision.number - 1)
    .executeTakeFirst();
  const row = {
    ...revision,
    textHash,
    authors: JSON.stringify(authors),
    previousHash: previous?.hash ?? FIRST_HASH,
  };
  await transaction
    .insertInto('texts')
    .values({ hash: textHash, text, purgedAt: null })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  const hash = revisionHash(row);
  await transaction
    .insertInto('revisions')
    .values({ ...row, hash })
    .execute();
  return { textHash, hash };
}

/** SHA-256 over what the revision says, its text's hash, and the hash of the revision before it. */
export function revisionHash(row: {
  readonly postmortem: string;
  readonly number: number;
  readonly line: string;
  readonly base: number | null;
  readonly textHash: string;
  readonly substanceHash: string;
  readonly authors: string;
  readonly at: string;
  readonly reason: string;
  readonly previousHash: string;
}): string {
  const { postmortem, number, line, base, textHash, substanceHash, authors, at, reason, previousHash } = row;
  return sha256(
    JSON.stringify([postmortem, number, line, base, textHash, substanceHash, authors, at, reason, previousHash]),
  );
}
