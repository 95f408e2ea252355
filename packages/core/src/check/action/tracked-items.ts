import type { ActionItem, Known, Reading } from '../../model/index.ts';

/** An action item that says something. */
export interface TrackedItem extends ActionItem {
  readonly text: Known<string>;
}

/** The items of the list of actions; where there is none, those of a section on prevention. */
export function trackedItems({ postmortem: { actionItems } }: Reading): readonly TrackedItem[] {
  const told = actionItems.filter((item): item is TrackedItem => item.text.state === 'known');
  const listed = told.filter(({ list }) => list === 'actionItems');
  return listed.length > 0 ? listed : told;
}
