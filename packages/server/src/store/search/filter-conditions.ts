import { type RawBuilder, sql } from 'kysely';
import type { SearchFilters } from '../../search/search-filters.ts';

export type Facet = 'severity' | 'state' | 'service' | 'factor' | 'openActions';
type Condition = RawBuilder<unknown>;

const ALL: Condition = sql`1 = 1`;

/** A condition for each filter, over the rows `r` of search, `p` of projections and `d` of documents. */
export function filterConditions({
  severities,
  states,
  services,
  factors,
  openActions,
}: SearchFilters): Readonly<Record<Facet, Condition>> {
  return {
    severity: severities.length === 0 ? ALL : sql`p."severityLevel" in (${sql.join(severities)})`,
    state: states.length === 0 ? ALL : sql`d."state" in (${sql.join(states)})`,
    service: named('projectedServices', services),
    factor: named('projectedFactors', factors),
    openActions: openActions ? sql`p."openActions" > 0` : ALL,
  };
}

function named(table: 'projectedServices' | 'projectedFactors', names: readonly string[]): Condition {
  if (names.length === 0) return ALL;
  return sql`exists (select 1 from ${sql.table(table)} n
    where n."postmortem" = r."postmortem" and n."name" in (${sql.join(names)}))`;
}

/** Days as the times between which they lie. */
export function dateCondition({ from, to }: Pick<SearchFilters, 'from' | 'to'>): Condition {
  const conditions = [
    ...(from === null ? [] : [sql`r."at" >= ${from}`]),
    // A letter behind each digit and colon of a time.
    ...(to === null ? [] : [sql`r."at" < ${`${to}U`}`]),
  ];
  return conditions.length === 0 ? ALL : sql.join(conditions, sql` and `);
}
