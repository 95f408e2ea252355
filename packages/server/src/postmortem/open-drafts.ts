import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import type { PostmortemState } from '../store/tables.ts';

/** A post-mortem that is still being written or looked at. */
export interface OpenDraft {
  readonly id: string;
  readonly title: string;
  readonly severity: string | null;
  readonly severityLevel: number | null;
  readonly state: PostmortemState;
  readonly updatedAt: string;
  readonly unknowns: number;
}

const MOST = 20;

/**
 * What is under way, the last changed first.
 *
 * @throws Problem `not-allowed`
 */
export async function openDrafts({ store, actor }: Pick<Context, 'store' | 'actor'>): Promise<readonly OpenDraft[]> {
  authorize(actor, postmortemPolicy.list);
  return store.read
    .selectFrom('postmortems')
    .innerJoin('projections', 'projections.postmortem', 'postmortems.id')
    .select(['postmortems.id', 'postmortems.state', 'postmortems.updatedAt'])
    .select(['projections.title', 'projections.severity', 'projections.severityLevel', 'projections.unknowns'])
    .where('postmortems.state', 'in', ['draft', 'review', 'approved'])
    .orderBy('postmortems.updatedAt', 'desc')
    .orderBy('postmortems.id')
    .limit(MOST)
    .execute();
}
