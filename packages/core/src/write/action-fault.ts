import type { ActionItem, ActionValues } from '../model/index.ts';
import type { Examined } from '../read/read.ts';
import { type Ranges, touches } from './differences.ts';
import { saysSo, shown } from './event-fault.ts';
import { normalized } from './written-value.ts';

/** Whether an action item says what a change gives to it; null where it does, else what it says instead. */
export function actionFault(action: ActionItem, values: ActionValues): string | null {
  for (const name of ['text', 'due', 'priority', 'status', 'ticket', 'verification'] as const) {
    const wanted = values[name];
    if (wanted !== undefined && !saysSo(action[name], normalized(wanted)))
      return `its ${name} would be read as ${shown(action[name])}`;
  }
  if (values.owners === undefined) return null;
  const owners = action.owners.flatMap((owner) => (owner.state === 'known' ? [owner.value] : []));
  const wanted = values.owners.map(normalized).filter((owner) => owner !== '');
  const isSame = owners.length === wanted.length && owners.every((owner, index) => owner === wanted[index]);
  return isSame ? null : `its owners would be read as “${owners.join(', ').slice(0, 80)}”`;
}

/** Finds the new action item in the ranges that were written: null where it says what it should. */
export function newActionFault(after: Examined, ranges: Ranges, values: ActionValues, count: number): string | null {
  const { actionItems } = after.reading.postmortem;
  if (actionItems.length !== count) return `there would be ${actionItems.length} action items instead of ${count}`;
  const own = actionItems.filter(({ place }) => touches(place, ranges.after));
  const faults = own.map((action) => actionFault(action, values));
  return faults.length === 0
    ? 'it would not be read as an action item'
    : faults.some((fault) => fault === null)
      ? null
      : (faults.at(-1) ?? null);
}
