import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import { commentPolicy } from '../policies/comment.ts';
import { authorize } from '../policies/policy.ts';
import { assertComment } from './comment-text.ts';
import { findComment } from './find-comment.ts';

export interface CommentAnswer {
  readonly id: string;
  readonly comment: string;
  readonly text: string;
  readonly acceptSecrets?: boolean;
}

/**
 * Answers a comment; an answer to an answer stands under the same comment.
 *
 * @returns the id of the answer
 * @throws Problem `invalid-request`, `secret-found`, `too-large`, `not-found`, `not-allowed`
 */
export async function answerComment(
  { actor, store, now, newId }: Context,
  { id, comment, text, acceptSecrets = false }: CommentAnswer,
): Promise<{ readonly comment: string }> {
  authorize(actor, commentPolicy.write);
  assertComment(text, acceptSecrets);
  return store.write(async (transaction) => {
    const asked = await findComment(transaction, id, comment);
    const at = now().toISOString();
    const answer = newId();
    await transaction
      .insertInto('comments')
      .values({
        id: answer,
        postmortem: id,
        parent: asked.parent ?? asked.id,
        person: actor.id,
        at,
        text,
        line: 'main',
        placeFrom: null,
        placeTo: null,
        quoted: null,
        resolvedAt: null,
        resolvedBy: null,
        deletedAt: null,
      })
      .execute();
    const detail = { comment: answer, parent: asked.parent ?? asked.id };
    await appendAudit(transaction, { at, actor: actor.id, action: 'comment.answer', subject: id, detail });
    await tell(transaction, { id: newId(), event: 'comment.answered', payload: { id, ...detail }, at });
    return { comment: answer };
  });
}
