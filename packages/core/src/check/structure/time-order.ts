import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a row of the timeline, or an end, that lies before what comes before it.
 *
 * @finds document: # Lift stuck\n\n**Date:** 2026-03-02\n\n## Timeline\n\n- 10:04 It stood\n- 10:01 It shook\n- 10:20 It went\n
 * @finds document: # Lift stuck\n\n**Start time:** 2026-03-02 11:00 UTC\n**End time:** 2026-03-02 10:00 UTC\n
 * @passes document: # Lift stuck\n\n**Date:** 2026-03-02\n\n## Timeline\n\n- 10:01 It shook\n- 10:04 It stood\n
 * @passes document: # Lift stuck\n\n**Date:** 2026-03-02\n\n## Timeline\n\n- 23:58 It shook\n- 00:04 It stood\n
 */
export const timeOrder: Rule = {
  id: 'structure/time-order',
  about: 'A row of the timeline, or an end, that lies before what comes before it.',
  reason: 'Durations that are counted from times out of order are wrong.',
  question: 'Which of the two times is meant otherwise?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: reported('time-order'),
};
