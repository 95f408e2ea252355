import { type RawBuilder, sql } from 'kysely';
import type { SearchQuery } from '../../search/parse-query.ts';
import type { Store } from '../store.ts';
import { postgresMatch, sqliteAny, sqliteMatch } from './match-text.ts';

/** A word that stands everywhere must not make a search read everything: the newest matches are looked at. */
export const MOST_MATCHES: Readonly<Record<Store['kind'], number>> = { sqlite: 10_000, postgres: 2_000 };

/** Titles weigh most, then names of services and the incident's id. */
const RANK: Readonly<Record<Store['kind'], (match: string) => RawBuilder<number>>> = {
  sqlite: () => sql`bm25("searchIndex", 10.0, 6.0, 1.0)`,
  // The bit for the length of the document, as bm25 does.
  postgres: (match) => sql`cast(-ts_rank('{0.1, 0.2, 0.6, 1.0}', c."tokens", cast(${match} as tsquery), 1) as float8)`,
};

/** Whether a query ranks what it finds; one that only leaves out lists what is left. */
export function doesRank({ all }: SearchQuery): boolean {
  return all.length > 0;
}

/**
 * The numbers of the rows that a query finds, newest first and bounded, each with its rank, the best the smallest.
 *
 * @param passing tables with the search row `r` among them and a condition; null where all pass
 * @param ranks false where only the numbers are asked for
 */
export function rankedRows(
  kind: Store['kind'],
  query: SearchQuery,
  {
    passing,
    most,
    ranks = true,
  }: { readonly passing: RawBuilder<unknown> | null; readonly most: number; readonly ranks?: boolean },
): RawBuilder<unknown> {
  if (kind === 'sqlite') {
    const filter =
      passing === null ? sql`` : sql`and exists (select 1 from ${passing} and r."number" = "searchIndex".rowid)`;
    return sql`select rowid as "number", ${ranks ? RANK.sqlite('') : sql`0`} as "rank" from "searchIndex"
      where "searchIndex" match ${sqliteMatch(query)} ${filter} order by rowid desc limit ${most}`;
  }
  const match = postgresMatch(query);
  const from = passing === null ? sql`"searchRows" r where 1 = 1` : passing;
  return sql`select c."number", ${ranks ? RANK.postgres(match) : sql`0`} as "rank" from (
      select r."number", r."tokens" from ${from} and r."tokens" @@ cast(${match} as tsquery)
      order by r."number" desc limit ${most}) c`;
}

/** A condition over the search row `r` for a query that has nothing to rank by. */
export function leftBy(kind: Store['kind'], { none }: SearchQuery): RawBuilder<unknown> {
  if (none.length === 0) return sql`1 = 1`;
  return kind === 'sqlite'
    ? sql`r."number" not in (select rowid from "searchIndex" where "searchIndex" match ${sqliteAny(none)})`
    : sql`r."tokens" @@ cast(${postgresMatch({ all: [], none })} as tsquery)`;
}
