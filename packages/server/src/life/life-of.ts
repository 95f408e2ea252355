import type { Approvers, SeverityLevel } from '@debrief/core';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';
import { findPostmortem, findRevision, type PostmortemAt } from '../postmortem/find-postmortem.ts';
import { project } from '../projection/project.ts';
import { namesOf } from '../revision/list-revisions.ts';
import type { PostmortemState } from '../store/tables.ts';
import { isSoleAuthor } from './approval-gaps.ts';
import { blockingOf } from './blocking-findings.ts';
import { mayPublish, type PublishAnswer } from './may-publish.ts';
import { type StandingApproval, standingOf } from './standing.ts';

interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** All that a page needs to show where a document stands and what comes next. */
export interface Life {
  readonly id: string;
  readonly state: PostmortemState;
  readonly stateReason: string | null;
  readonly mergedInto: string | null;
  readonly published: number | null;
  readonly publishedAt: string | null;
  readonly correction: number | null;
  /** The revision that a review is about: that of a correction where one is being written. */
  readonly revision: number;
  readonly authors: readonly NamedPerson[];
  /** Those that hold, and those that have fallen since words changed. */
  readonly approvals: readonly StandingApproval[];
  readonly policy: Approvers;
  readonly requests: readonly ReviewRequest[];
  readonly publish: PublishAnswer;
  /** Whether the one who asks may approve, or why not. */
  readonly approve: 'allowed' | 'not-in-this-state' | 'sole-author' | 'approved-already' | 'not-allowed';
}

export interface ReviewRequest {
  readonly person: NamedPerson;
  readonly askedBy: NamedPerson;
  readonly at: string;
  readonly answeredAt: string | null;
}

/**
 * Where a document stands in its life, as data for a page.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function lifeOf(context: Context, { id }: { readonly id: string }): Promise<Life> {
  const { actor, store, now } = context;
  authorize(actor, reviewPolicy.read);
  const house = await context.house();
  const found = await findPostmortem(store.read, id);
  const { state, stateReason, mergedInto, published, publishedAt, correction } = found;
  const isCorrection = state === 'published' && correction !== null;
  const revision = isCorrection ? correction : (published ?? found.head);
  const { text, substanceHash } = await findRevision(store.read, id, revision);
  const time = now().getTime();
  const { record, findings } = project(text, house, { id, fileName: found.fileName, stage: 'published', now: time });
  const severityLevel = (record.severity?.level ?? null) as SeverityLevel | null;
  const { approvals, question } = await standingOf(store.read, house, { id, revision, substanceHash, severityLevel });
  return {
    id,
    state,
    stateReason,
    mergedInto,
    published,
    publishedAt,
    correction,
    revision,
    authors: await named(context, question.authors),
    approvals,
    policy: question.policy,
    requests: await requestsOf(context, id),
    publish: mayPublish({ ...question, state, isCorrection, findings: blockingOf(findings) }),
    approve: approveOf(context, found, { authors: question.authors, approvals }),
  };
}

function approveOf(
  { actor }: Context,
  { state, correction }: PostmortemAt,
  { authors, approvals }: { readonly authors: readonly string[]; readonly approvals: readonly StandingApproval[] },
): Life['approve'] {
  if (actor.kind !== 'person' || !reviewPolicy.approve.roles.some((role) => role === actor.role)) return 'not-allowed';
  if (state !== 'review' && state !== 'approved' && !(state === 'published' && correction !== null))
    return 'not-in-this-state';
  if (isSoleAuthor(actor.id, authors)) return 'sole-author';
  return approvals.some(({ person, holds }) => holds && person === actor.id) ? 'approved-already' : 'allowed';
}

async function named({ store }: Context, ids: readonly string[]): Promise<readonly NamedPerson[]> {
  const names = await namesOf(store.read, ids);
  return ids.map((id) => ({ id, name: names.get(id) ?? id }));
}

async function requestsOf({ store }: Context, id: string): Promise<readonly ReviewRequest[]> {
  const rows = await store.read
    .selectFrom('reviewRequests')
    .select(['person', 'askedBy', 'at', 'answeredAt'])
    .where('postmortem', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const names = await namesOf(store.read, [...new Set(rows.flatMap(({ person, askedBy }) => [person, askedBy]))]);
  const nameOf = (person: string): NamedPerson => ({ id: person, name: names.get(person) ?? person });
  return rows.map(({ person, askedBy, at, answeredAt }) => ({
    person: nameOf(person),
    askedBy: nameOf(askedBy),
    at,
    answeredAt,
  }));
}
