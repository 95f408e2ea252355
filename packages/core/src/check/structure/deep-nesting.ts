import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for lists or quotes nested deeper than anybody can follow.
 *
 * @finds document: # Lift stuck\n\n⟪> ×300⟫It stood.\n
 * @finds document: # Lift stuck\n\n⟪- ×300⟫It stood.\n
 * @passes document: # Lift stuck\n\n⟪> ×6⟫It stood.\n
 * @passes document: # Lift stuck\n\n- It stood\n  - for an hour\n
 */
export const deepNesting: Rule = {
  id: 'structure/deep-nesting',
  about: 'Lists or quotes nested deeper than anybody can follow.',
  reason: 'What lies too deep is read as plain text, and its items are not seen as such.',
  question: 'Can this list be taken apart into a few flat ones?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: reported('deep-nesting'),
};
