import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for characters that cannot be seen and may change how the text is shown.
 *
 * @finds document: # Lift stuck\n\nIt stood\u{0} for an hour.\n
 * @finds document: # Lift stuck\u{0}\n
 * @passes document: # Lift stuck\n\nIt stood\tfor an hour.\n
 * @passes document: # Lift stuck 🛗\n
 */
export const controlCharacter: Rule = {
  id: 'structure/control-character',
  about: 'Characters that cannot be seen and may change how the text is shown.',
  reason: 'Such characters come from copied terminals; search and other tools stumble over them.',
  question: 'Where did this come from, and can the character go?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: reported('control-character'),
};
