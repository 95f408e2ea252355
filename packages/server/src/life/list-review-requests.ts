import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { reviewPolicy } from '../policies/review.ts';

export interface OpenRequest {
  readonly postmortem: string;
  readonly title: string;
  readonly severity: string | null;
  readonly askedBy: string;
  readonly at: string;
}

const MOST = 200;

/**
 * What the one who asks has been asked to look at and has not answered yet, the oldest first.
 *
 * @throws Problem `not-allowed`
 */
export async function listReviewRequests({
  actor,
  store,
}: Pick<Context, 'actor' | 'store'>): Promise<readonly OpenRequest[]> {
  authorize(actor, reviewPolicy.read);
  const rows = await store.read
    .selectFrom('reviewRequests')
    .innerJoin('postmortems', 'postmortems.id', 'reviewRequests.postmortem')
    .innerJoin('projections', 'projections.postmortem', 'reviewRequests.postmortem')
    .leftJoin('people', 'people.id', 'reviewRequests.askedBy')
    .select([
      'reviewRequests.postmortem',
      'projections.title',
      'projections.severity',
      'reviewRequests.askedBy',
      'people.name',
      'reviewRequests.at',
    ])
    .where('reviewRequests.person', '=', actor.id)
    .where('reviewRequests.answeredAt', 'is', null)
    .where((where) =>
      where.or([
        where('postmortems.state', 'in', ['review', 'approved']),
        where.and([where('postmortems.state', '=', 'published'), where('postmortems.correction', 'is not', null)]),
      ]),
    )
    .orderBy('reviewRequests.at')
    .orderBy('reviewRequests.id')
    .limit(MOST)
    .execute();
  return rows.map(({ name, askedBy, ...row }) => ({ ...row, askedBy: name ?? askedBy }));
}
