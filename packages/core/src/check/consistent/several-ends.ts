import type { Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for several rows of the timeline that each tell the same end, without a new start between them.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Service restored\n- 11:40 UTC - Service restored\n
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Incident resolved\n- 12:40 UTC - Incident resolved\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Service restored\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Service restored\n- 11:20 UTC - Outage begins again\n- 11:40 UTC - Service restored\n
 */
export const severalEnds: Rule = {
  id: 'consistent/several-ends',
  about: 'Several rows of the timeline that each tell the same end, without a new start between them.',
  reason:
    'The last one counts in every number; if an earlier one was the end, the incident is told longer than it was.',
  question: 'Which of them is the end?',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: contradictionsNamed('several-ends'),
};
