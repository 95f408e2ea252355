import type { Place } from '@debrief/core';
import { carry } from '@debrief/core/write';
import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import { commentPolicy } from '../policies/comment.ts';
import { authorize } from '../policies/policy.ts';
import { findPostmortem, findRevision, shownRevision } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import { diffSplices } from '../revision/diff-splices.ts';
import type { Tables } from '../store/tables.ts';
import { assertComment } from './comment-text.ts';

/** A place is in the text of the revision that the writer saw; without one the comment is about the whole document. */
export interface NewComment {
  readonly id: string;
  readonly text: string;
  readonly anchor: { readonly revision: number; readonly place: Place } | null;
  readonly acceptSecrets?: boolean;
}

const LONGEST_QUOTATION = 2_000;

/**
 * Adds a comment at a place, which moves with the text. A place that is gone by now leaves the quotation.
 *
 * @returns the id of the comment
 * @throws Problem `invalid-request` where the place is not in the text, `secret-found`, `too-large`, `not-found`,
 *   `not-allowed`
 */
export async function addComment(
  context: Context,
  { id, text, anchor, acceptSecrets = false }: NewComment,
): Promise<{ readonly comment: string }> {
  const { actor, store, now, newId } = context;
  authorize(actor, commentPolicy.write);
  assertComment(text, acceptSecrets);
  return store.write(async (transaction) => {
    await findPostmortem(transaction, id);
    const anchored = anchor === null ? UNANCHORED : await anchoredAt(transaction, id, anchor);
    const at = now().toISOString();
    const comment = newId();
    await transaction
      .insertInto('comments')
      .values({
        id: comment,
        postmortem: id,
        parent: null,
        person: actor.id,
        at,
        text,
        ...anchored,
        resolvedAt: null,
        resolvedBy: null,
        deletedAt: null,
      })
      .execute();
    await appendAudit(transaction, { at, actor: actor.id, action: 'comment.add', subject: id, detail: { comment } });
    await tell(transaction, { id: newId(), event: 'comment.added', payload: { id, comment }, at });
    return { comment };
  });
}

const UNANCHORED = { line: 'main', placeFrom: null, placeTo: null, quoted: null } as const;

/** Brings a place to the newest text of its line. */
async function anchoredAt(
  transaction: Transaction<Tables>,
  id: string,
  { revision, place }: { readonly revision: number; readonly place: Place },
) {
  const found = await findPostmortem(transaction, id);
  const seen = await findRevision(transaction, id, revision);
  const { from, to } = place;
  if (!(from >= 0 && from <= to && to <= seen.text.length))
    throw new Problem('invalid-request', `The place ${from}–${to} is not in the text of revision ${revision}.`);
  const line = seen.line === 'correction' && found.correction !== null ? 'correction' : 'main';
  const number = line === 'correction' ? (found.correction ?? found.head) : shownRevision(found);
  const newest = number === revision ? seen : await findRevision(transaction, id, number);
  const [moved] = carry([place], diffSplices(seen.text, newest.text));
  const quoted = from === to ? null : seen.text.slice(from, Math.min(to, from + LONGEST_QUOTATION)).toWellFormed();
  return { line, placeFrom: moved?.from ?? null, placeTo: moved?.to ?? null, quoted } as const;
}
