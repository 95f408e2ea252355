import type { Kysely } from 'kysely';
import { findRevision, type PostmortemAt, type RevisionAt } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import type { Tables } from '../store/tables.ts';

/** A correction that is being written, with the published revision it began from and the one that readers see now. */
export interface CorrectionAt {
  readonly correction: RevisionAt;
  readonly fork: RevisionAt;
  readonly shown: RevisionAt;
  /** Everybody who wrote on it, people and machines. */
  readonly authors: readonly string[];
}

/** @throws Problem `not-in-this-state` where no correction is being written */
export async function findCorrection(database: Kysely<Tables>, found: PostmortemAt): Promise<CorrectionAt> {
  const { id, state, correction: number, published } = found;
  if (number === null || published === null || state !== 'published')
    throw new Problem('not-in-this-state', 'No correction is being written.');
  const rows = await database
    .selectFrom('revisions')
    .select(['number', 'base', 'line', 'authors'])
    .where('postmortem', '=', id)
    .where('number', '<=', number)
    .execute();
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const authors = new Set<string>();
  let at = byNumber.get(number);
  while (at?.line === 'correction') {
    for (const author of JSON.parse(at.authors) as readonly string[]) authors.add(author);
    at = byNumber.get(at.base ?? 0);
  }
  return {
    correction: await findRevision(database, id, number),
    fork: await findRevision(database, id, at?.number ?? published),
    shown: await findRevision(database, id, published),
    authors: [...authors],
  };
}
