import { type RawBuilder, sql } from 'kysely';
import type { SearchQuery } from '../../search/parse-query.ts';
import type { SearchFilters } from '../../search/search-filters.ts';
import type { Store } from '../store.ts';
import { dateCondition, type Facet, filterConditions } from './filter-conditions.ts';
import { doesRank, leftBy, rankedRows } from './matched-rows.ts';

export interface FacetRow {
  readonly facet: Facet | 'total' | 'seen';
  readonly value: string | null;
  readonly count: number;
}

/** Counting more would take longer than anybody waits for; the counts are then of the newest. */
export const MOST_COUNTED = 20_000;

/**
 * How many of what a query finds have each value. A facet counts what all other filters let pass, so that its own
 * values can still be chosen among. `seen` is how many there are before filters other than days.
 */
export async function countFacets(
  store: Store,
  { query, filters }: { readonly query: SearchQuery; readonly filters: SearchFilters },
): Promise<readonly FacetRow[]> {
  return store.ask(counted(store.kind, query, filters).compile(store.read));
}

const FACETS = ['severity', 'state', 'service', 'factor', 'openActions'] as const;

function counted(kind: Store['kind'], query: SearchQuery, filters: SearchFilters): RawBuilder<FacetRow> {
  const conditions = filterConditions(filters);
  const flags = FACETS.map(
    (facet) => sql`case when ${conditions[facet]} then 1 else 0 end as ${sql.ref(`is_${facet}`)}`,
  );
  const passing = (...but: readonly (Facet | null)[]): RawBuilder<unknown> =>
    sql.join(
      [
        sql`1 = 1`,
        ...FACETS.filter((facet) => !but.includes(facet)).map((facet) => sql`${sql.ref(`is_${facet}`)} = 1`),
      ],
      sql` and `,
    );
  return sql<FacetRow>`with f as materialized (
      select r."postmortem", p."severityLevel", d."state", p."openActions", ${sql.join(flags)}
      from ${matched(kind, query)} join "projections" p on p."postmortem" = r."postmortem"
      join "postmortems" d on d."id" = r."postmortem"
      where ${dateCondition(filters)} and ${doesRank(query) ? sql`1 = 1` : leftBy(kind, query)}
      order by r."at" desc, r."number" desc limit ${MOST_COUNTED})
    select 'total' as "facet", cast(null as text) as "value", count(*) as "count" from f where ${passing()}
    union all select 'seen', null, count(*) from f
    union all select 'openActions', 'true', count(*) from f where "openActions" > 0 and ${passing('openActions')}
    union all select 'severity', cast("severityLevel" as text), count(*) from f where ${passing('severity')} group by "severityLevel"
    union all select 'state', "state", count(*) from f where ${passing('state')} group by "state"
    union all select 'service', n."name", count(*) from f join "projectedServices" n on n."postmortem" = f."postmortem"
      where ${passing('service')} group by n."name"
    union all select 'factor', n."name", count(*) from f join "projectedFactors" n on n."postmortem" = f."postmortem"
      where ${passing('factor')} group by n."name"`;
}

function matched(kind: Store['kind'], query: SearchQuery): RawBuilder<unknown> {
  if (!doesRank(query)) return sql`"searchRows" r`;
  const numbers = rankedRows(kind, query, { passing: null, most: MOST_COUNTED, ranks: false });
  return sql`(${numbers}) m join "searchRows" r on r."number" = m."number"`;
}
