import type { Transaction } from 'kysely';
import { carryComments } from '../comment/carry-comments.ts';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { mergedText } from '../postmortem/edited-text.ts';
import { findPostmortem, type PostmortemAt } from '../postmortem/find-postmortem.ts';
import { type KeptRevision, keepRevision, substanceIn } from '../postmortem/keep-revision.ts';
import { project } from '../projection/project.ts';
import { diffSplices } from '../revision/diff-splices.ts';
import type { House } from '../settings/house.ts';
import type { Tables } from '../store/tables.ts';
import { assertMayPublish } from './assert-may-publish.ts';
import { blockingOf } from './blocking-findings.ts';
import { findCorrection } from './correction-at.ts';
import { standingOf } from './standing.ts';

/**
 * Makes a correction what readers see, with the follow-ups that were written beside it since it began. Its words have
 * been approved as those of a draft are.
 *
 * @param input `revision`, where it is given, has to be the newest of the correction
 * @throws Problem `not-approved`, `findings-block`, `conflict` with both texts, `stale`, `not-in-this-state`, `not-found`,
 *   `not-allowed`
 */
export async function publishCorrection(
  context: Context,
  {
    id,
    revision,
    reason = 'Correction',
  }: { readonly id: string; readonly revision?: number; readonly reason?: string },
): Promise<KeptRevision> {
  authorize(context.actor, reviewPolicy.publish);
  const house = await context.house();
  return context.store.write(async (transaction) => {
    const found = await findPostmortem(transaction, id);
    return publishIn(transaction, context, house, { found, reason, ...(revision !== undefined && { revision }) });
  });
}

async function publishIn(
  transaction: Transaction<Tables>,
  context: Context,
  house: House,
  { found, revision, reason }: { readonly found: PostmortemAt; readonly revision?: number; readonly reason: string },
): Promise<KeptRevision> {
  const { id, fileName } = found;
  const { correction, fork, shown, authors } = await findCorrection(transaction, found);
  const { text, splices } = mergedText(diffSplices(fork.text, correction.text), {
    base: fork.text,
    yours: correction.text,
    newest: shown,
  });
  const { reading, substanceHash } = substanceIn(text, found, house);
  const now = context.now().getTime();
  const { record, findings } = project(text, house, { id, fileName, stage: 'published', now, reading });
  const severityLevel = record.severity?.level ?? null;
  const about = { id, revision: correction.number, substanceHash, severityLevel };
  const { question } = await standingOf(transaction, house, about);
  assertMayPublish(
    { ...question, state: found.state, isCorrection: true, findings: blockingOf(findings) },
    { seen: revision ?? correction.number, newest: correction.number },
  );
  const kept = await keepRevision(transaction, context, house, {
    found,
    newest: shown,
    text,
    splices,
    reading,
    substanceHash,
    line: 'main',
    authors,
    reason,
    acceptedSecrets: [],
    verb: 'publish-correction',
    event: 'correction-published',
  });
  await transaction.updateTable('postmortems').set({ correction: null }).where('id', '=', id).execute();
  await carryComments(transaction, id, { line: 'correction', to: 'main', splices: diffSplices(correction.text, text) });
  return kept;
}
