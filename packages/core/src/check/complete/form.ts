import type { Reading, SectionName } from '../../model/index.ts';
import type { Checked } from '../rule.ts';

/**
 * What can be asked of a document: `own` was written in a template that asks for all that the rules ask for, `imported`
 * came from elsewhere and may never have been asked, `none` holds no text.
 */
export type Form = 'own' | 'imported' | 'none';

/** What every template of ours has, by any of the names. */
const FRAME: readonly (readonly SectionName[])[] = [
  ['summary'],
  ['impact'],
  ['timeline'],
  ['rootCause', 'fiveWhys', 'contributingFactors'],
  ['detection', 'response', 'resolution'],
  ['wentWell', 'wentWrong', 'lucky', 'lessons'],
  ['actionItems'],
];

/** One section of the frame may have been taken out as not needed. */
const MAY_LACK = 1;

/**
 * The form of a document. A document is our own where its front matter names a template, or where it has both the
 * severity and the date of the header and, but for one, the sections that all our templates share.
 *
 * @example formOf(document) // 'imported'
 */
export function formOf({ reading }: Pick<Checked, 'reading'>): Form {
  const known = forms.get(reading);
  if (known !== undefined) return known;
  const form = isEmpty(reading) ? 'none' : namesTemplate(reading) || hasFrame(reading) ? 'own' : 'imported';
  forms.set(reading, form);
  return form;
}

const forms = new WeakMap<Reading, Form>();

function isEmpty({ messages }: Reading): boolean {
  return messages.some(({ code }) => code === 'no-text');
}

function namesTemplate({ postmortem }: Reading): boolean {
  return postmortem.otherLabels.some(
    ({ label, value }) => label.toLowerCase() === 'template' && value.state === 'known',
  );
}

function hasFrame({ postmortem, sections }: Reading): boolean {
  const { severity, date } = postmortem;
  if (isAbsent(severity) || isAbsent(date)) return false;
  const names = new Set(sections.flatMap((section) => section.names));
  return FRAME.filter((group) => group.some((name) => names.has(name))).length >= FRAME.length - MAY_LACK;
}

function isAbsent(field: Reading['postmortem']['date'] | Reading['postmortem']['severity']): boolean {
  return field.state === 'unknown' && field.reason === 'absent';
}
