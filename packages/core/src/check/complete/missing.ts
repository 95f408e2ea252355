import type { Field, SectionName } from '../../model/index.ts';
import type { Checked, Hit } from '../rule.ts';
import { quoted } from '../quoted.ts';
import { formOf } from './form.ts';
import { placeFor } from './place-for.ts';

/** What is looked for, and how much it matters where nobody asked the writer for it. */
interface Wanted {
  readonly fields: readonly Field<unknown>[];
  readonly sections?: readonly SectionName[];
  /** With a small letter and without an article: `summary`. */
  readonly words: string;
  readonly atMost?: Hit['atMost'];
  /** What it weighs at most where an imported document has no place for it. */
  readonly unasked?: Hit['atMost'];
}

/**
 * A hit where none of the fields is known. In an imported document it weighs a warning at most.
 *
 * @example missing(document, { fields: [postmortem.summary], sections: ['summary'], words: 'summary' })
 */
export function missing(
  document: Checked,
  { fields, sections = [], words, atMost, unasked = 'info' }: Wanted,
): readonly Hit[] {
  const form = formOf(document);
  if (form === 'none' || fields.some(({ state }) => state !== 'unknown')) return [];
  const left = fields.find((field) => field.state === 'unknown' && field.places.length > 0);
  const written = left?.state === 'unknown' ? (left.written ?? '') : '';
  const weight = atMost ?? (form === 'imported' ? (left === undefined ? unasked : 'warning') : undefined);
  return [
    {
      place: placeFor(document.reading, fields, sections),
      message:
        written.trim() === ''
          ? `There is no ${words} yet.`
          : `Where ${articled(words)} belongs, ${quoted(written)} still stands.`,
      ...(weight !== undefined && { atMost: weight }),
    },
  ];
}

function articled(words: string): string {
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}
