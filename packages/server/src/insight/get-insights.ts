import { type Filters, type Grouping, type IncidentRecord, insights } from '@debrief/core';
import type { Context } from '../context.ts';
import { insightPolicy } from '../policies/insight.ts';
import { authorize } from '../policies/policy.ts';
import { recordAsOf } from './record-as-of.ts';

export interface InsightQuestion {
  /** Days, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly filters: Filters;
  readonly groupBy?: Grouping | undefined;
  readonly split?: string | undefined;
  readonly seed: number;
}

/**
 * What all post-mortems tell together, over the records of what readers see. What was dismissed or merged counts in no
 * rate.
 *
 * @throws Problem `not-allowed`
 */
export async function getInsights(
  { store, actor, now, house }: Pick<Context, 'store' | 'actor' | 'now' | 'house'>,
  { from, to, filters, groupBy, split, seed }: InsightQuestion,
): Promise<ReturnType<typeof insights>> {
  authorize(actor, insightPolicy.read);
  const rows = await store.read
    .selectFrom('projections')
    .innerJoin('postmortems', 'postmortems.id', 'projections.postmortem')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.postmortem', '=', 'projections.postmortem')
        .onRef('revisions.number', '=', 'projections.revision'),
    )
    .select(['projections.record', 'postmortems.state', 'revisions.at'])
    .orderBy('projections.postmortem')
    .execute();
  const { settings } = await house();
  const time = now().getTime();
  const records = rows.map(({ record, state, at }) => {
    const read = recordAsOf(JSON.parse(record) as IncidentRecord, { made: Date.parse(at), now: time });
    return state === 'dismissed' || state === 'merged' ? { ...read, counting: state } : read;
  });
  return insights(records, {
    now: time,
    zone: settings.zone,
    services: settings.services,
    filters,
    seed,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(groupBy !== undefined && { groupBy }),
    ...(split !== undefined && { split: split === 'none' ? null : split }),
  });
}
