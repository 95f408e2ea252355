import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a table whose rows and header do not fit.
 *
 * @finds document: # Lift stuck\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:04 | It stood | between | floors |\n
 * @finds document: # Lift stuck\n\n## Timeline\n\n| Time | Event |\n| 10:02 | It shook |\n|---|---|\n| 10:04 | It stood |\n
 * @passes document: # Lift stuck\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:04 | It stood |\n
 * @passes document: # Lift stuck\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:04 |\n
 */
export const brokenTable: Rule = {
  id: 'structure/broken-table',
  about: 'A table whose rows and header do not fit.',
  reason: 'A row that does not fit loses cells wherever the document is shown.',
  question: 'Where does the row begin and end, and does a cell hold a pipe that should be written as \\\\|?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: reported('broken-table'),
};
