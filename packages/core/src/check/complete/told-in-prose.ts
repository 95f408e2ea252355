import type { SectionName } from '../../model/index.ts';
import type { Checked } from '../rule.ts';
import { formOf } from './form.ts';

/**
 * Whether an imported document that has no heading for a thing tells it in its running text all the same. Nobody asked
 * its writer to put it anywhere else.
 *
 * @example isToldInProse(document, ['rootCause'], /\bcaused by\b/i)
 */
export function isToldInProse(document: Checked, sections: readonly SectionName[], words: RegExp): boolean {
  const { reading, prose } = document;
  if (formOf(document) !== 'imported') return false;
  if (reading.sections.some(({ names }) => names.some((name) => sections.includes(name)))) return false;
  return prose.some(({ text }) => words.test(text));
}
