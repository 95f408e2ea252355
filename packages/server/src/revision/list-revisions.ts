import type { Kysely } from 'kysely';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';
import type { RevisionLine, Tables } from '../store/tables.ts';

export interface ListedRevision {
  readonly number: number;
  readonly line: RevisionLine;
  readonly base: number | null;
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly at: string;
  readonly reason: string;
  readonly textHash: string;
  /** Whether it differs from the one it was made of in more than follow-up. */
  readonly changesSubstance: boolean;
  readonly isPublished: boolean;
}

export interface RevisionPage {
  readonly revisions: readonly ListedRevision[];
  /** What to ask for as `before` next; null at the first revision. */
  readonly next: number | null;
}

/**
 * The history of a document, the newest first.
 *
 * @param input `before` leaves out this number and those after it
 * @throws Problem `not-found`, `not-allowed`
 */
export async function listRevisions(
  { store, actor }: Pick<Context, 'store' | 'actor'>,
  { id, before, limit = 50 }: { readonly id: string; readonly before?: number; readonly limit?: number },
): Promise<RevisionPage> {
  authorize(actor, postmortemPolicy.read);
  const { published } = await findPostmortem(store.read, id);
  const rows = await store.read
    .selectFrom('revisions')
    .leftJoin('revisions as bases', (join) =>
      join.onRef('bases.postmortem', '=', 'revisions.postmortem').onRef('bases.number', '=', 'revisions.base'),
    )
    .selectAll('revisions')
    .select('bases.substanceHash as substanceBefore')
    .where('revisions.postmortem', '=', id)
    .where('revisions.number', '<', before ?? 2_147_483_647)
    .orderBy('revisions.number', 'desc')
    .limit(limit + 1)
    .execute();
  const listed = rows.slice(0, limit).map((row) => ({ ...row, authors: JSON.parse(row.authors) as readonly string[] }));
  const names = await namesOf(store.read, [...new Set(listed.flatMap(({ authors }) => authors))]);
  return {
    revisions: listed.map(({ number, line, base, authors, at, reason, textHash, substanceHash, substanceBefore }) => ({
      number,
      line,
      base,
      authors: authors.map((author) => ({ id: author, name: names.get(author) ?? author })),
      at,
      reason,
      textHash,
      changesSubstance: substanceHash !== substanceBefore,
      isPublished: number === published,
    })),
    next: rows.length > limit ? (listed.at(-1)?.number ?? null) : null,
  };
}

/** Machines are known by their ids. */
export async function namesOf(database: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
