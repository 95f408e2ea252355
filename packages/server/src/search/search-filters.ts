import type { PostmortemState } from '../store/tables.ts';

/** What a list is narrowed to. Within one filter any of its values will do; an empty one lets all pass. */
export interface SearchFilters {
  /** Levels, 1 for the worst. */
  readonly severities: readonly number[];
  readonly states: readonly PostmortemState[];
  readonly services: readonly string[];
  readonly factors: readonly string[];
  /** The first day, `YYYY-MM-DD`, of when incidents began; of when documents were made, where that is unknown. */
  readonly from: string | null;
  /** The last day. */
  readonly to: string | null;
  readonly openActions: boolean;
}

export const NO_FILTERS: SearchFilters = {
  severities: [],
  states: [],
  services: [],
  factors: [],
  from: null,
  to: null,
  openActions: false,
};
