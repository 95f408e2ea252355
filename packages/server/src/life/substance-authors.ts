import type { Kysely } from 'kysely';
import type { RevisionLine, Tables } from '../store/tables.ts';

/** A revision as far as it tells who wrote what an approval is about. */
export interface WrittenRevision {
  readonly number: number;
  readonly line: RevisionLine;
  readonly base: number | null;
  readonly substanceHash: string;
  readonly authors: readonly string[];
}

/**
 * Who wrote on the substance of a revision: the authors of those on the way to it that changed it. Ticking an action
 * makes nobody an author. What was published has been approved, so of a correction only its own authors count.
 *
 * @example substanceAuthors([{ number: 1, line: 'main', base: null, substanceHash: 'a', authors: ['kim'] }], 1) // ['kim']
 */
export function substanceAuthors(revisions: readonly WrittenRevision[], number: number): readonly string[] {
  const byNumber = new Map(revisions.map((revision) => [revision.number, revision]));
  const authors = new Set<string>();
  const line = byNumber.get(number)?.line;
  for (let at = byNumber.get(number); at !== undefined && at.line === line;) {
    const base: WrittenRevision | undefined = at.base === null ? undefined : byNumber.get(at.base);
    if (base?.substanceHash !== at.substanceHash) for (const author of at.authors) authors.add(author);
    at = base;
  }
  return [...authors];
}

/** Those of them who are people. */
export async function peopleWhoWrote(
  database: Kysely<Tables>,
  postmortem: string,
  number: number,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('revisions')
    .select(['number', 'line', 'base', 'substanceHash', 'authors'])
    .where('postmortem', '=', postmortem)
    .where('number', '<=', number)
    .execute();
  const revisions = rows.map((row) => ({ ...row, authors: JSON.parse(row.authors) as readonly string[] }));
  const authors = substanceAuthors(revisions, number);
  if (authors.length === 0) return [];
  const people = await database.selectFrom('people').select('id').where('id', 'in', authors).execute();
  const known = new Set(people.map(({ id }) => id));
  return authors.filter((author) => known.has(author));
}
