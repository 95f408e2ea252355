import type { ActionItem, ActionRecord, Finding, IncidentRecord, Place, Reading } from '@debrief/core';
import type { SearchWords } from '../search/search-words.ts';

/** What is read from one text, before it is known where it is kept. */
export interface Projection {
  readonly reading: Reading;
  readonly record: IncidentRecord;
  readonly findings: readonly Finding[];
  readonly actions: readonly ProjectedAction[];
  readonly summary: string | null;
  readonly words: SearchWords;
}

export interface ProjectedAction {
  readonly item: ActionItem;
  readonly place: Place;
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly ticket: string | null;
  readonly record: Pick<ActionRecord, 'state' | 'due' | 'priority' | 'strength'>;
}
