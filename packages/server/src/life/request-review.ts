import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem, findRevision } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import type { Tables } from '../store/tables.ts';
import { tell } from '../outbox/tell.ts';
import { assertNoneBlocks, blockingFindings } from './blocking-findings.ts';
import { moveState } from './move-state.ts';
import { settledState } from './settled-state.ts';

export interface ReviewAsked {
  readonly id: string;
  /** Ids of the people who are asked; nobody in particular where it is empty. */
  readonly people: readonly string[];
}

/**
 * Asks people to look at a draft, or at a correction of what is published. Findings that are errors at review come first.
 *
 * @throws Problem `findings-block`, `not-in-this-state`, `invalid-request` for people who are not there, `not-found`,
 *   `not-allowed`
 */
export async function requestReview(context: Context, { id, people }: ReviewAsked): Promise<void> {
  authorize(context.actor, reviewPolicy.request);
  const house = await context.house();
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    const isCorrection = found.state === 'published' && found.correction !== null;
    if (!isCorrection && !['draft', 'review', 'approved'].includes(found.state))
      throw new Problem('not-in-this-state', `This post-mortem is ${found.state}: there is nothing to review.`);
    const { text } = await findRevision(transaction, id, isCorrection ? (found.correction ?? 0) : found.head);
    const now = context.now();
    assertNoneBlocks(blockingFindings({ id, fileName: found.fileName, text, now }, house, 'review'), 'review');
    await ask(transaction, context, { id, people: [...new Set(people)] });
    if (found.state !== 'draft') return;
    await moveState(transaction, context, house, {
      found,
      to: 'review',
      verb: 'request-review',
      event: 'review-begun',
    });
    // Approvals from before still hold where the words are the same.
    await settledState(transaction, house, { ...found, state: 'review' }, now.toISOString());
  });
}

async function ask(
  transaction: Transaction<Tables>,
  { actor, now, newId }: Context,
  { id, people }: ReviewAsked,
): Promise<void> {
  if (people.length === 0) return;
  const known = await transaction
    .selectFrom('people')
    .select('id')
    .where('id', 'in', people)
    .where('deactivatedAt', 'is', null)
    .execute();
  if (known.length < people.length)
    throw new Problem(
      'invalid-request',
      'Somebody who was named is not here any more. Choose from the list of people.',
    );
  const at = now().toISOString();
  const open = await transaction
    .selectFrom('reviewRequests')
    .select('person')
    .where('postmortem', '=', id)
    .where('answeredAt', 'is', null)
    .execute();
  const asked = people.filter((person) => !open.some((request) => request.person === person));
  if (asked.length === 0) return;
  await transaction
    .insertInto('reviewRequests')
    .values(asked.map((person) => ({ id: newId(), postmortem: id, person, askedBy: actor.id, at, answeredAt: null })))
    .execute();
  await appendAudit(transaction, { at, actor: actor.id, action: 'review.ask', subject: id, detail: { people: asked } });
  await tell(transaction, { id: newId(), event: 'review.asked', payload: { id, people: asked }, at });
}
