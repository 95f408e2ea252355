import type { Kysely } from 'kysely';
import { Problem } from '../problem.ts';
import type { RevisionLine, Tables } from '../store/tables.ts';

/** A row of life, with the text and hashes of one of its revisions. */
export interface PostmortemAt {
  readonly id: string;
  readonly state: Tables['postmortems']['state'];
  readonly head: number;
  readonly published: number | null;
  readonly correction: number | null;
  readonly stateReason: string | null;
  readonly mergedInto: string | null;
  readonly fileName: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
}

export interface RevisionAt {
  readonly number: number;
  readonly line: RevisionLine;
  readonly base: number | null;
  readonly text: string;
  readonly textHash: string;
  readonly substanceHash: string;
  readonly authors: string;
  readonly at: string;
  readonly reason: string;
}

/** @throws Problem `not-found` */
export async function findPostmortem(database: Kysely<Tables>, id: string): Promise<PostmortemAt> {
  const found = await database.selectFrom('postmortems').selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw new Problem('not-found', 'There is no such post-mortem, or it is not for you to see.');
  return found;
}

/** @throws Problem `not-found` where there is no such revision, or its text was purged */
export async function findRevision(database: Kysely<Tables>, postmortem: string, number: number): Promise<RevisionAt> {
  const found = await database
    .selectFrom('revisions')
    .innerJoin('texts', 'texts.hash', 'revisions.textHash')
    .select([
      'revisions.number',
      'revisions.line',
      'revisions.base',
      'revisions.textHash',
      'revisions.substanceHash',
      'revisions.authors',
      'revisions.at',
      'revisions.reason',
      'texts.text',
    ])
    .where('revisions.postmortem', '=', postmortem)
    .where('revisions.number', '=', number)
    .executeTakeFirst();
  if (found === undefined) throw new Problem('not-found', `There is no revision ${number} of this post-mortem.`);
  const { text, ...revision } = found;
  if (text === null) throw new Problem('not-found', `The text of revision ${number} was purged.`);
  return { ...revision, text };
}

/** The revision that readers see: the published one, else the newest. */
export function shownRevision({ published, head }: Pick<PostmortemAt, 'published' | 'head'>): number {
  return published ?? head;
}
