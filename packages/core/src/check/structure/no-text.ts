import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a file without any text.
 *
 * @finds document:
 * @finds document: \n\n
 * @passes document: # Lift stuck\n
 * @passes document: It stood.\n
 */
export const noText: Rule = {
  id: 'structure/no-text',
  about: 'A file without any text.',
  reason: 'There is nothing in it to read, to check or to learn from.',
  question: 'Is this the right file, and was it saved?',
  levels: { draft: 'warning', review: 'error', published: 'error' },
  find: reported('no-text'),
};
