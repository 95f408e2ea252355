import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for characters that were lost when the file was saved or read.
 *
 * @finds document: # Lift stuck\n\nCaf\u{FFFD} on floor two.\n
 * @finds document: # Lift \u{FFFD}\n
 * @passes document: # Lift stuck\n\nCafé on floor two.\n
 * @passes document: # Lift ？\n
 */
export const replacedCharacter: Rule = {
  id: 'structure/replaced-character',
  about: 'Characters that were lost when the file was saved or read.',
  reason: 'The original letters are gone here and may be gone in the file, too.',
  question: 'Is the file saved as UTF-8, and which letters stood here?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: reported('replaced-character'),
};
