import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a length of time with a number that cannot be read.
 *
 * @finds document: # Lift stuck\n\n**Duration:** 45 floors\n
 * @finds document: # Lift stuck\n\n**Time to detect:** 3 coffees\n
 * @passes document: # Lift stuck\n\n**Duration:** 45 minutes\n
 * @passes document: # Lift stuck\n\n**Duration:** not known yet\n
 * @passes document: # Lift stuck\n\n**Duration:** 23 min on floor two, 9 h on floor three\n
 */
export const unreadableDuration: Rule = {
  id: 'structure/unreadable-duration',
  about: 'A length of time with a number that cannot be read.',
  reason: 'What cannot be read is not compared with the timeline.',
  question: 'How long was it, as 45 minutes or 1 h 20 min? A note can stand behind it.',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: reported(
    'unreadable-duration',
    (words) => words.length <= LONGEST && /\p{N}/u.test(words) && !LENGTH.test(words),
  ),
};

/** A longer text is a note beside the length, and one without a number says that there is none. */
const LONGEST = 60;

/** Where a number stands before a unit of time, a length is told, only not one alone. */
const LENGTH =
  /\p{N}\s?(?:分|時間|小时|小時|分钟|天|日間|min|minutes?|h|hrs?|hours?|days?|Minuten|Stunden|Tage|minutos?|horas?|heures?|jours?|dias?|días?|timer|dager)(?!\p{L})/iu;
