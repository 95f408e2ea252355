import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a date that can be read with the day or the month first.
 *
 * @finds document: # Lift stuck\n\n**Date:** 05/06/2026\n
 * @finds document: # Lift stuck\n\n**Date:** 03-04-2026\n
 * @passes document: # Lift stuck\n\n**Date:** 2026-06-05\n
 * @passes document: # Lift stuck\n\n**Date:** 25/06/2026\n
 */
export const ambiguousDate: Rule = {
  id: 'structure/ambiguous-date',
  about: 'A date that can be read with the day or the month first.',
  reason: 'Readers in different countries take it for different days, and every time of the incident hangs on it.',
  question: 'Which day is meant, as YYYY-MM-DD?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: reported('ambiguous-date'),
};
