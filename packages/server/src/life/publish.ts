import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem, findRevision } from '../postmortem/find-postmortem.ts';
import { project } from '../projection/project.ts';
import { assertMayPublish } from './assert-may-publish.ts';
import { blockingOf } from './blocking-findings.ts';
import { moveState } from './move-state.ts';
import { standingOf } from './standing.ts';

/**
 * Makes the newest revision the one that readers keep.
 *
 * @param input `revision`, where it is given, has to be the newest one
 * @throws Problem `not-approved` with all that is missing, `findings-block`, `stale`, `not-in-this-state`, `not-found`,
 *   `not-allowed`
 */
export async function publishPostmortem(
  context: Context,
  { id, revision }: { readonly id: string; readonly revision?: number },
): Promise<void> {
  authorize(context.actor, reviewPolicy.publish);
  const house = await context.house();
  await context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    const { text, substanceHash, number } = await findRevision(transaction, id, found.head);
    const now = context.now().getTime();
    const { record, findings } = project(text, house, { id, fileName: found.fileName, stage: 'published', now });
    const severityLevel = record.severity?.level ?? null;
    const { question } = await standingOf(transaction, house, { id, revision: number, substanceHash, severityLevel });
    assertMayPublish(
      { ...question, state: found.state, isCorrection: false, findings: blockingOf(findings) },
      { seen: revision ?? number, newest: number },
    );
    await moveState(transaction, context, house, {
      found,
      to: 'published',
      verb: 'publish',
      event: 'published',
      published: number,
      detail: { revision: number, substanceHash },
    });
  });
}
