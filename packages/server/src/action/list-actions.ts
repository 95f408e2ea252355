import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import type { PostmortemState } from '../store/tables.ts';

export const actionFilters = ['open', 'overdue', 'done', 'all'] as const;

export type ActionFilter = (typeof actionFilters)[number];

/** An action item with the post-mortem that it stands in. */
export interface ListedAction {
  readonly postmortem: string;
  readonly title: string;
  readonly postmortemState: PostmortemState;
  readonly id: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly dueDay: string | null;
  readonly priority: string | null;
  readonly state: 'done' | 'open' | 'cancelled' | 'unknown';
  readonly ticket: string | null;
  readonly strength: string | null;
  readonly createdAt: string;
  readonly doneAt: string | null;
  /** Days since it was due; 0 where it is not over, is done, or has no day. */
  readonly daysOver: number;
}

const MOST = 200;
const DAY = 86_400_000;

/**
 * Action items of all post-mortems that count, those that are due first.
 *
 * @throws Problem `not-allowed`
 */
export async function listActions(
  { store, actor, now }: Pick<Context, 'store' | 'actor' | 'now'>,
  { filter, limit = MOST }: { readonly filter: ActionFilter; readonly limit?: number },
): Promise<readonly ListedAction[]> {
  authorize(actor, postmortemPolicy.list);
  const today = now().toISOString().slice(0, 10);
  const base = store.read
    .selectFrom('actionItems')
    .innerJoin('projections', 'projections.postmortem', 'actionItems.postmortem')
    .innerJoin('postmortems', 'postmortems.id', 'actionItems.postmortem')
    .selectAll('actionItems')
    .select(['projections.title', 'postmortems.state as postmortemState'])
    .where('postmortems.state', 'not in', ['dismissed', 'merged']);
  const open = base.where('actionItems.state', 'in', ['open', 'unknown']);
  const narrowed = {
    open,
    overdue: open.where('actionItems.dueDay', '<', today),
    done: base.where('actionItems.state', '=', 'done'),
    all: base,
  }[filter];
  const rows = await narrowed
    .orderBy((order) => order.case().when('actionItems.dueDay', 'is', null).then(1).else(0).end())
    .orderBy('actionItems.dueDay')
    .orderBy('actionItems.createdAt', 'desc')
    .orderBy('actionItems.id')
    .limit(Math.min(limit, MOST))
    .execute();
  return rows.map(({ owners, placeFrom: _, placeTo: __, position: ___, ...row }) => ({
    ...row,
    owners: JSON.parse(owners) as readonly string[],
    daysOver:
      row.dueDay !== null && row.dueDay < today && (row.state === 'open' || row.state === 'unknown')
        ? Math.round((Date.parse(today) - Date.parse(row.dueDay)) / DAY)
        : 0,
  }));
}
