import type { Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for a start, detection or end that is stated at one time, and told by a row of the timeline at another.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:00 UTC\n**Ended:** 2026-03-04 11:00 UTC\n\n## Timeline\n\n- 10:20 UTC - Outage begins\n- 11:00 UTC - Service restored\n
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:00 UTC\n**Ended:** 2026-03-04 11:00 UTC\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:30 UTC - Service restored, error rate back to normal\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:20 UTC\n**Ended:** 2026-03-04 11:00 UTC\n\n## Timeline\n\n- 10:20 UTC - Outage begins\n- 11:00 UTC - Service restored\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:20 UTC\n\n## Timeline\n\n- 10:32 UTC - On-call engineer joins\n
 */
export const statedInstant: Rule = {
  id: 'consistent/stated-instant',
  about: 'A start, detection or end that is stated at one time, and told by a row of the timeline at another.',
  reason: 'Durations run from the stated time; where the timeline tells another one, nobody knows which to trust.',
  question: 'Which of the two is right, or does the row tell of something else?',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: contradictionsNamed('stated-instant'),
};
