import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem, findRevision, type PostmortemAt } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import type { Tables } from '../store/tables.ts';
import { answerRequests } from './answer-requests.ts';
import { isSoleAuthor } from './approval-gaps.ts';
import { rosterRoles } from './roster-roles.ts';
import { settledState } from './settled-state.ts';
import { peopleWhoWrote } from './substance-authors.ts';

export interface ApprovalGiven {
  readonly id: string;
  /** The number of the revision that was looked at. */
  readonly revision: number;
}

/**
 * Says that the words of a revision are right. It holds for its substance: it falls when a word of the analysis changes,
 * stays when an action is ticked, and comes back with the words. Given twice it is one.
 *
 * @throws Problem `stale` where the words have changed since that revision, `not-allowed` for a sole author and for
 *   machines, `not-in-this-state`, `not-found`
 */
export async function approve(context: Context, { id, revision }: ApprovalGiven): Promise<void> {
  const { actor } = context;
  authorize(actor, reviewPolicy.approve);
  if (actor.kind !== 'person') throw new Problem('not-allowed', 'Only people approve.');
  const house = await context.house();
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    const newest = await findRevision(transaction, id, reviewedRevision(found));
    const looked = await findRevision(transaction, id, revision);
    if (looked.substanceHash !== newest.substanceHash)
      throw new Problem('stale', `It has changed since revision ${revision}. Look at revision ${newest.number}.`, {
        revision: newest.number,
      });
    const authors = await peopleWhoWrote(transaction, id, newest.number);
    if (isSoleAuthor(actor.id, authors))
      throw new Problem('not-allowed', 'You alone have written this. Ask somebody else to look at it.', {
        reason: 'sole-author',
      });
    const at = context.now().toISOString();
    if (await holdsAlready(transaction, { id, person: actor.id, substanceHash: newest.substanceHash })) return;
    const roles = await rosterRoles(transaction, house, actor.id);
    await transaction
      .insertInto('approvals')
      .values({
        id: context.newId(),
        postmortem: id,
        revision: newest.number,
        substanceHash: newest.substanceHash,
        person: actor.id,
        roles: JSON.stringify(roles),
        at,
        withdrawnAt: null,
      })
      .execute();
    await answerRequests(transaction, id, actor.id, at);
    const moved = await settledState(transaction, house, found, at);
    await appendAudit(transaction, {
      at,
      actor: actor.id,
      action: 'review.approve',
      subject: id,
      detail: { revision: newest.number, substanceHash: newest.substanceHash, ...(moved !== null && { state: moved }) },
    });
    const event = moved === 'approved' ? 'postmortem.approved' : 'review.approved';
    await tell(transaction, { id: context.newId(), event, payload: { id, revision: newest.number }, at });
  });
}

/**
 * The revision that reviewers look at.
 *
 * @throws Problem `not-in-this-state`
 */
export function reviewedRevision({ state, head, correction }: PostmortemAt): number {
  if (state === 'review' || state === 'approved') return head;
  if (state === 'published' && correction !== null) return correction;
  throw new Problem(
    'not-in-this-state',
    state === 'draft' ? 'Ask for a review first.' : `This post-mortem is ${state}: there is nothing to review.`,
  );
}

async function holdsAlready(
  transaction: Transaction<Tables>,
  { id, person, substanceHash }: { readonly id: string; readonly person: string; readonly substanceHash: string },
): Promise<boolean> {
  const row = await transaction
    .selectFrom('approvals')
    .select('id')
    .where('postmortem', '=', id)
    .where('person', '=', person)
    .where('substanceHash', '=', substanceHash)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
