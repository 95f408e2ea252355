import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import type { PostmortemState } from '../store/tables.ts';
import { moveState } from './move-state.ts';

const REOPENED: ReadonlySet<PostmortemState> = new Set([
  'review',
  'approved',
  'archived',
  'dismissed',
  'merged',
] as const);

/**
 * Takes a step back: from review to draft, from the archive to published, and from dismissed or merged to what it was
 * before: published where it has been, else a draft.
 *
 * @throws Problem `not-in-this-state`, `not-found`, `not-allowed`
 */
export async function reopenPostmortem(context: Context, { id }: { readonly id: string }): Promise<void> {
  authorize(context.actor, reviewPolicy.reopen);
  const house = await context.house();
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    if (!REOPENED.has(found.state))
      throw new Problem(
        'not-in-this-state',
        found.state === 'published'
          ? 'A published text stays as it is. Edit it, and a correction begins beside it.'
          : 'This is a draft already.',
      );
    const to = found.published === null ? 'draft' : 'published';
    await moveState(transaction, context, house, { found, to, verb: 'reopen', event: 'reopened' });
  });
}
