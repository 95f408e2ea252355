import { knownOf, type Postmortem } from '../../model/index.ts';
import { foldedName } from './folded-name.ts';

/** Whether a document tells of an incident: a form tells of none yet, a dismissed one was no incident or is told elsewhere. */
export type Standing = 'incident' | 'form' | 'dismissed';

/** How much a document says: different words, and whether it names a service, an alert or a factor. */
interface Said {
  readonly words: number;
  readonly names: boolean;
}

/** A document with fewer different words and no names says nothing yet. */
const FEWEST_WORDS = 3;

/** Words for what was no incident, in the languages that are read. */
const NO_INCIDENT = foldedList(
  'dismissed|false alarm|false positive|not an incident|fehlalarm|verworfen|falsa alarma|descartado|fausse alerte|falso alarme|falsk alarm|avvist',
);

/** Words for what is told elsewhere; alone, or with the number of the other: payments can be duplicate, too. */
const ELSEWHERE = foldedList('duplicate|duplicate of|merged|merged into|duplikat|duplicado|doublon');

const DISMISSED_UNSPACED = /誤報|却下|重複|误报|已驳回|重复/;
const BETWEEN_PARTS = /[()（）,;:/·–—]| - /;

function foldedList(words: string): readonly string[] {
  return words.split('|').map(foldedName);
}

function isDismissed(status: string): boolean {
  // A long status is a sentence, which may well say that something was no duplicate.
  if (status.length > 80) return false;
  const parts = status.split(BETWEEN_PARTS).map(foldedName);
  return (
    DISMISSED_UNSPACED.test(status) ||
    parts.some(
      (part) =>
        NO_INCIDENT.some((word) => part === word || part.startsWith(`${word} `)) ||
        ELSEWHERE.some((word) => part === word || (part.startsWith(`${word} `) && /\d/.test(part))),
    )
  );
}

export function standingOf({ title, status, date }: Postmortem, said: Said): Standing {
  if (knownOf([status.incident, status.document]).some(({ value }) => isDismissed(value))) return 'dismissed';
  const isTemplate = title.state === 'unknown' && title.reason === 'placeholder' && date.state !== 'known';
  return isTemplate || (said.words < FEWEST_WORDS && !said.names) ? 'form' : 'incident';
}
