import type { ActionItem, ActionRecord, Finding, IncidentRecord, Place, Reading } from '@debrief/core';

/** What is read from one text, before it is known where it is kept. */
export interface Projection {
  readonly reading: Reading;
  readonly record: IncidentRecord;
  readonly findings: readonly Finding[];
  readonly actions: readonly ProjectedAction[];
  readonly summary: string | null;
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
