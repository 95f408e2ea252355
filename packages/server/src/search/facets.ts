import type { FacetRow } from '../store/search/count-facets.ts';

export interface Counted<Value> {
  readonly value: Value;
  readonly count: number;
}

/** How many there are of each value, the most first. */
export interface Facets {
  readonly total: number;
  /** False where there are so many that only the newest were counted. */
  readonly isComplete: boolean;
  /** By level; null for those that do not tell. */
  readonly severities: readonly Counted<number | null>[];
  readonly states: readonly Counted<string>[];
  readonly services: readonly Counted<string>[];
  readonly factors: readonly Counted<string>[];
  /** How many have actions that are open. */
  readonly openActions: number;
}

/** More are no choice any more; the text of the search finds the others. */
const MOST_NAMES = 50;

export function facetsOf(rows: readonly FacetRow[], mostCounted: number): Facets {
  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet);
  const sum = (facet: FacetRow['facet']) => of(facet)[0]?.count ?? 0;
  const names = (facet: FacetRow['facet']) =>
    of(facet)
      .map(({ value, count }) => ({ value: value ?? '', count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_NAMES);
  return {
    total: sum('total'),
    isComplete: sum('seen') < mostCounted,
    severities: of('severity')
      .map(({ value, count }) => ({ value: value === null ? null : Number(value), count }))
      .toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity)),
    states: names('state'),
    services: names('service'),
    factors: names('factor'),
    openActions: sum('openActions'),
  };
}
