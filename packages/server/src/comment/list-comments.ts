import type { Place } from '@debrief/core';
import type { Context } from '../context.ts';
import { commentPolicy } from '../policies/comment.ts';
import { authorize } from '../policies/policy.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';
import type { RevisionLine } from '../store/tables.ts';

export interface ShownAnswer {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly text: string;
}

export interface ShownComment extends ShownAnswer {
  /** Whether its words were taken back; it is shown where it has answers. */
  readonly isDeleted: boolean;
  /** The text that its place is in: what readers see, or the correction that is being written. */
  readonly line: RevisionLine;
  /** Null for the whole document, and where the words it was about are gone: then `quoted` tells them. */
  readonly place: Place | null;
  readonly quoted: string | null;
  readonly resolved: { readonly at: string; readonly by: string | null } | null;
  readonly answers: readonly ShownAnswer[];
}

/**
 * The comments of a document with their answers, the oldest first.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function listComments(
  { actor, store }: Pick<Context, 'actor' | 'store'>,
  { id }: { readonly id: string },
): Promise<readonly ShownComment[]> {
  authorize(actor, commentPolicy.read);
  await findPostmortem(store.read, id);
  const rows = await store.read
    .selectFrom('comments')
    .leftJoin('people', 'people.id', 'comments.person')
    .selectAll('comments')
    .select('people.name')
    .where('postmortem', '=', id)
    .orderBy('comments.at')
    .orderBy('comments.id')
    .execute();
  return rows
    .filter(({ parent }) => parent === null)
    .map((row): ShownComment => {
      const { line, placeFrom, placeTo, quoted, resolvedAt, resolvedBy, deletedAt } = row;
      return {
        ...shown(row),
        isDeleted: deletedAt !== null,
        line,
        place: placeFrom === null || placeTo === null ? null : { from: placeFrom, to: placeTo },
        quoted,
        resolved: resolvedAt === null ? null : { at: resolvedAt, by: resolvedBy },
        answers: rows.filter((each) => each.parent === row.id && each.deletedAt === null).map(shown),
      };
    })
    .filter(({ isDeleted, answers }) => !isDeleted || answers.length > 0);
}

function shown(row: {
  readonly id: string;
  readonly person: string;
  readonly name: string | null;
  readonly at: string;
  readonly text: string;
}): ShownAnswer {
  const { id, person, name, at, text } = row;
  return { id, author: { id: person, name: name ?? person }, at, text };
}
