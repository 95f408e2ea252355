import type { Kysely, Selectable } from 'kysely';
import { Problem } from '../problem.ts';
import type { Tables } from '../store/tables.ts';

export type CommentRow = Selectable<Tables['comments']>;

/** @throws Problem `not-found`, also for one that was taken back */
export async function findComment(database: Kysely<Tables>, postmortem: string, id: string): Promise<CommentRow> {
  const row = await database
    .selectFrom('comments')
    .selectAll()
    .where('postmortem', '=', postmortem)
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'There is no such comment any more.');
  return row;
}
