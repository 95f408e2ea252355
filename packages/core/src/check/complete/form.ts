import { foldHeading } from '../../model/fold.ts';
import type { Reading } from '../../model/index.ts';
import type { Checked } from '../rule.ts';
import { templateHeadings } from './template-headings.ts';

/**
 * What can be asked of a document: `own` was written in a template that asks for all that the rules ask for, `imported`
 * came from elsewhere and may never have been asked, `none` holds no text.
 */
export type Form = 'own' | 'imported' | 'none';

/** So much of a template's headings a document has to have: some are taken out where there is nothing to say. */
const SHARE = 0.6;

/**
 * The form of a document. It is our own where its front matter names a template, or where it has most of the headings of
 * one that comes with Debrief.
 *
 * @example formOf(document) // 'imported'
 */
export function formOf({ reading }: Pick<Checked, 'reading'>): Form {
  const known = forms.get(reading);
  if (known !== undefined) return known;
  const form = isEmpty(reading) ? 'none' : namesTemplate(reading) || hasTemplateHeadings(reading) ? 'own' : 'imported';
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

function hasTemplateHeadings({ sections }: Reading): boolean {
  const own = new Set(sections.filter(({ level }) => level > 1).map(({ heading }) => foldHeading(heading)));
  return Object.values(templateHeadings).some(
    (headings) => headings.filter((heading) => own.has(heading)).length >= SHARE * headings.length,
  );
}
