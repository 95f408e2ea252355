import { actionStrength } from '../measure/action-strength.ts';
import { type ActionItem, knownOf, type Reading } from '../model/index.ts';
import type { ActionRecord } from './incident-record.ts';
import { plainLine } from './plain-line.ts';

/** How written days, priorities and states are understood; reading knows the words, and is handed in. */
export interface ActionWords {
  /** The day that stands in a text as `YYYY-MM-DD`, or null. */
  readonly dayIn: (written: string) => string | null;
  /** The level 1 (worst) to 5 of a priority or severity, or null. */
  readonly levelOf: (written: string) => number | null;
  readonly isCancelled: (status: string) => boolean;
}

const LONGEST = 200;
const EVIDENCE = /https?:\/\/|\]\(|#\d|\b[A-Z]{2,10}-\d/;

/**
 * The action items of a document without their owners. Items in a section on prevention count where there is no list of
 * actions. `created` is the day of the incident, since a document alone does not tell when an item was added.
 */
export function actionRecordsOf(reading: Reading, created: string | null, words: ActionWords): readonly ActionRecord[] {
  const { actionItems } = reading.postmortem;
  const listed = actionItems.filter(({ list }) => list === 'actionItems');
  return (listed.length > 0 ? listed : actionItems).flatMap((item) =>
    item.text.state === 'known' ? [recordOf(reading, item, item.text.value, created, words)] : [],
  );
}

function recordOf(
  reading: Reading,
  item: ActionItem,
  text: string,
  created: string | null,
  words: ActionWords,
): ActionRecord {
  const { due, priority, verification, owners } = item;
  const state = stateOf(item, words);
  return {
    text: plainLine(text, LONGEST),
    state,
    created,
    due: due.state === 'known' ? words.dayIn(due.value) : null,
    done: state === 'done' ? doneDay(reading, item, words) : null,
    verified: state === 'done' && verification.state === 'known' && EVIDENCE.test(verification.written.slice(0, 500)),
    hasOwner: knownOf(owners).length > 0,
    priority:
      priority.state === 'known'
        ? { written: plainLine(priority.value, 40), level: words.levelOf(priority.value) }
        : null,
    strength: actionStrength(text).strength,
  };
}

function stateOf({ status, done }: ActionItem, { isCancelled }: ActionWords): ActionRecord['state'] {
  if (status.state === 'known' && isCancelled(status.value)) return 'cancelled';
  if (done.state === 'known') return done.value ? 'done' : 'open';
  return 'unknown';
}

/** The day beside the status, else one behind the words of the item that is not its due date. */
function doneDay({ text }: Reading, item: ActionItem, { dayIn }: ActionWords): string | null {
  const { status, done, verification, due } = item;
  for (const field of [status, done, verification]) {
    const day = field.state === 'known' ? dayIn(field.written.slice(0, 200)) : null;
    if (day !== null) return day;
  }
  const [place] = item.text.places;
  if (place === undefined) return null;
  const behind = text.slice(place.to, Math.min(item.place.to, place.to + 200));
  const rest = due.state === 'known' ? behind.replace(due.written, ' ') : behind;
  return /\d/.test(rest) ? dayIn(rest) : null;
}
