import { fold } from '../model/fold.ts';
import { type Postmortem, type Reading, valueOf } from '../model/index.ts';
import type { IncidentRecord } from './incident-record.ts';

/** Folded words by which a status says that there was no incident, or that another record tells of it. */
const DISMISSED =
  / (?:dismissed|false alarm|false alert|false positive|not an incident|no incident|fehlalarm|falsa alarma|falso positivo|fausse alerte|faux positif|falso alarme|falsk alarm) |誤検知|誤報|误报|误告警|誤報告/;
const MERGED =
  / (?:merged into|merged in|merged with|duplicate|superseded by|duplikat|zusammengefuhrt|duplicado|duplicada|doublon|fusionne|dublett|duplisert) |重複|重复/;

/** Labels whose being there says the same. */
const MERGED_LABELS = new Set([
  'mergedinto',
  'merged into',
  'duplicateof',
  'duplicate of',
  'superseded by',
  'supersededby',
]);

/**
 * Whether a post-mortem enters rates. A false alarm and a double say so in a status of the incident or the document, or
 * by a label such as `mergedInto`; a form in which nothing was filled in is empty.
 */
export function countingOf({ postmortem }: Reading, hasStart: boolean): IncidentRecord['counting'] {
  const { status, otherLabels } = postmortem;
  const words = [status.incident, status.document].map((field) => ` ${fold((valueOf(field) ?? '').slice(0, 200))} `);
  const isMerged = otherLabels.some(
    ({ label, value }) => value.state === 'known' && MERGED_LABELS.has(fold(label.slice(0, 40))),
  );
  if (isMerged || words.some((each) => MERGED.test(each))) return 'merged';
  if (words.some((each) => DISMISSED.test(each))) return 'dismissed';
  return hasStart || saysSomething(postmortem) ? 'counted' : 'empty';
}

function saysSomething({ title, date, summary, timeline, causes, actionItems, impact }: Postmortem): boolean {
  const fields = [title, date, summary, causes.root, causes.trigger, causes.whatHappened, impact.text];
  return (
    fields.some(({ state }) => state === 'known') ||
    timeline.some(({ text, at }) => text.state === 'known' && at.state === 'known') ||
    actionItems.some(({ text }) => text.state === 'known')
  );
}
