import {
  type ActionItem,
  type ItemReference,
  type Reading,
  type Refusal,
  type TimelineEvent,
  valueOf,
} from '../model/index.ts';
import { refusal } from './refusal.ts';
import { normalized } from './written-value.ts';

/** The index of the event that is meant. */
export function eventIndex({ postmortem }: Reading, reference: ItemReference): number | Refusal {
  return indexOf(postmortem.timeline, reference, 'event', () => false);
}

/** The index of the action item that is meant. */
export function actionIndex({ postmortem }: Reading, reference: ItemReference): number | Refusal {
  return indexOf<ActionItem>(
    postmortem.actionItems,
    reference,
    'action item',
    ({ id, ticket }, wanted) => valueOf(id) === wanted || valueOf(ticket) === wanted,
  );
}

function indexOf<T extends TimelineEvent | ActionItem>(
  items: readonly T[],
  { index, text, id }: ItemReference,
  what: string,
  hasId: (item: T, id: string) => boolean,
): number | Refusal {
  if (id !== undefined) return onlyOne(items, (item) => hasId(item, id), what, `the id “${id}”`);
  if (text !== undefined) {
    const words = normalized(text);
    const own = index === undefined ? undefined : items[index];
    if (own !== undefined && index !== undefined && valueOf(own.text) === words) return index;
    return onlyOne(items, (item) => valueOf(item.text) === words, what, `the words “${words.slice(0, 80)}”`);
  }
  if (index === undefined) return refusal('not-found', `Say which ${what} is meant: its number, its words or its id.`);
  if (Number.isInteger(index) && index >= 0 && index < items.length) return index;
  return refusal('not-found', `There is no ${what} ${index + 1}; the document has ${items.length}.`);
}

function onlyOne<T>(items: readonly T[], test: (item: T) => boolean, what: string, which: string): number | Refusal {
  const first = items.findIndex(test);
  if (first < 0) return refusal('not-found', `There is no ${what} with ${which}.`);
  return items.findLastIndex(test) === first
    ? first
    : refusal('ambiguous', `Several have ${which}. Say which ${what} by its number.`);
}
