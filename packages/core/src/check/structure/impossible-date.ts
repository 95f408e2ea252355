import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a date or an instant that no calendar has.
 *
 * @finds document: # Lift stuck\n\n**Date:** 2026-02-30\n
 * @finds document: # Lift stuck\n\n**Date:** 2026-13-01\n
 * @passes document: # Lift stuck\n\n**Date:** 2024-02-29\n
 * @passes document: # Lift stuck\n\n**Date:** 2026-02-28\n
 */
export const impossibleDate: Rule = {
  id: 'structure/impossible-date',
  about: 'A date or an instant that no calendar has.',
  reason: 'A day that does not exist is read as unknown, and no time can be counted from it.',
  question: 'Which day or time is meant?',
  levels: { draft: 'warning', review: 'error', published: 'error' },
  find: reported('impossible-date'),
};
