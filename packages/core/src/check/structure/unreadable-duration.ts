import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a length of time with a number that cannot be read.
 *
 * @finds document: # Lift stuck\n\n**Duration:** 45 floors\n
 * @finds document: # Lift stuck\n\n**Time to detect:** 3 coffees\n
 * @passes document: # Lift stuck\n\n**Duration:** 45 minutes\n
 * @passes document: # Lift stuck\n\n**Duration:** not known yet\n
 */
export const unreadableDuration: Rule = {
  id: 'structure/unreadable-duration',
  about: 'A length of time with a number that cannot be read.',
  reason: 'What cannot be read is not compared with the timeline.',
  question: 'How long was it, as 45 minutes or 1 h 20 min? A note can stand behind it.',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: reported('unreadable-duration', (words) => words.length <= LONGEST && /\p{N}/u.test(words)),
};

/** A longer text is a note beside the length, and one without a number says that there is none. */
const LONGEST = 60;
