import { type Postmortem, valueOf } from '../../model/index.ts';
import { foldedName, hasName } from './folded-name.ts';

/** Whether a document tells of an incident: a form tells of none yet, a dismissed one was no incident or is told elsewhere. */
export type Standing = 'incident' | 'form' | 'dismissed';

/** A document with fewer different words says nothing yet. */
const FEWEST_WORDS = 5;

const DISMISSED = [
  'dismissed',
  'false alarm',
  'false positive',
  'not an incident',
  'duplicate',
  'merged into',
  'merged',
  'fehlalarm',
  'verworfen',
  'duplikat',
  'falsa alarma',
  'descartado',
  'duplicado',
  'fausse alerte',
  'doublon',
  'falso alarme',
  'falsk alarm',
  'avvist',
].map(foldedName);
const DISMISSED_UNSPACED = /誤報|却下|重複|误报|已驳回|重复/;

export function standingOf({ title, status, date }: Postmortem, words: number): Standing {
  const said = [valueOf(status.incident), valueOf(status.document)].filter((each) => each !== null);
  // A long status is a sentence, which may well say that something was no duplicate.
  const short = said.filter((each) => each.length <= 80);
  const isOut = short.some(
    (each) => DISMISSED_UNSPACED.test(each) || DISMISSED.some((word) => hasName(foldedName(each), word)),
  );
  if (isOut) return 'dismissed';
  const isTemplate = title.state === 'unknown' && title.reason === 'placeholder' && date.state !== 'known';
  return words < FEWEST_WORDS || isTemplate ? 'form' : 'incident';
}
