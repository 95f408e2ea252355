import { type RawBuilder, sql } from 'kysely';
import type { SearchQuery } from '../../search/parse-query.ts';
import type { SearchFilters } from '../../search/search-filters.ts';
import type { Store } from '../store.ts';
import type { PostmortemState } from '../tables.ts';
import { dateCondition, filterConditions } from './filter-conditions.ts';
import { doesRank, leftBy, MOST_MATCHES, rankedRows } from './matched-rows.ts';

export interface FoundRow {
  readonly number: number;
  /** The best the smallest; 0 in a list. */
  readonly rank: number;
  readonly at: string;
  readonly postmortem: string;
  readonly state: PostmortemState;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly title: string;
  readonly incidentId: string | null;
  readonly severity: string | null;
  readonly severityLevel: number | null;
  readonly status: string | null;
  readonly startedAt: string | null;
  readonly summary: string | null;
  readonly openActions: number;
  readonly unknowns: number;
  readonly errors: number;
  readonly warnings: number;
  readonly textHash: string;
}

/** Where the page before ended. */
export type SearchEnd =
  | { readonly by: 'rank'; readonly rank: number; readonly number: number }
  | { readonly by: 'time'; readonly at: string; readonly number: number };

export interface RowsAsked {
  readonly query: SearchQuery;
  readonly filters: SearchFilters;
  readonly after: SearchEnd | null;
  readonly limit: number;
}

const COLUMNS = sql`r."number", r."at", r."postmortem", d."state", d."createdAt", d."updatedAt", p."title",
  p."incidentId", p."severity", p."severityLevel", p."status", p."startedAt", p."summary", p."openActions",
  p."unknowns", p."errors", p."warnings", p."textHash"`;

const JOINED = sql`"searchRows" r join "projections" p on p."postmortem" = r."postmortem"
  join "postmortems" d on d."id" = r."postmortem"`;

/** A page of what a query finds, the best first; without one of what there is, the newest first. */
export async function findRows(store: Store, asked: RowsAsked): Promise<readonly FoundRow[]> {
  const statement = doesRank(asked.query) ? ranked(store.kind, asked) : listed(store.kind, asked);
  const query = statement.compile(store.read);
  // A plain list goes along its index and is not worth the way to another thread.
  return doesRank(asked.query) || asked.query.none.length > 0
    ? store.ask(query)
    : (await store.read.executeQuery(query)).rows;
}

function ranked(kind: Store['kind'], { query, filters, after, limit }: RowsAsked): RawBuilder<FoundRow> {
  const conditions = conditionsOf(filters);
  const passing = conditions === null ? null : sql`${JOINED} where ${conditions}`;
  const rows = rankedRows(kind, query, { passing, most: MOST_MATCHES[kind] });
  const behind =
    after?.by === 'rank'
      ? sql`where "rank" > ${after.rank} or ("rank" = ${after.rank} and "number" < ${after.number})`
      : sql``;
  return sql<FoundRow>`with m as (${rows}),
    b as (select * from m ${behind} order by "rank", "number" desc limit ${limit})
    select b."rank", ${COLUMNS} from b join "searchRows" r on r."number" = b."number"
    join "projections" p on p."postmortem" = r."postmortem" join "postmortems" d on d."id" = r."postmortem"
    order by b."rank", b."number" desc`;
}

function listed(kind: Store['kind'], { query, filters, after, limit }: RowsAsked): RawBuilder<FoundRow> {
  const conditions = conditionsOf(filters) ?? sql`1 = 1`;
  const behind = after?.by === 'time' ? sql`(r."at", r."number") < (${after.at}, ${after.number})` : sql`1 = 1`;
  return sql<FoundRow>`select 0 as "rank", ${COLUMNS} from ${JOINED}
    where ${conditions} and ${behind} and ${leftBy(kind, query)}
    order by r."at" desc, r."number" desc limit ${limit}`;
}

function conditionsOf(filters: SearchFilters): RawBuilder<unknown> | null {
  const { severities, states, services, factors, from, to, openActions } = filters;
  const isEmpty = [severities, states, services, factors].every((values) => values.length === 0);
  if (isEmpty && from === null && to === null && !openActions) return null;
  return sql.join([...Object.values(filterConditions(filters)), dateCondition(filters)], sql` and `);
}
