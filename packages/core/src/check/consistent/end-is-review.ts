import type { Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for an end of the incident that is the time of its review or of the paperwork.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Ended:** 2026-03-04 16:45 UTC\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 14:30 | Error rate rises |\n| 15:15 | Service restored |\n| 16:45 | Post-incident review |\n
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 14:30 UTC\n**Ended:** 2026-03-04 18:00 UTC\n\n## Timeline\n\n- 14:30 UTC - Error rate rises\n- 15:15 UTC - Service restored\n- 18:00 UTC - Postmortem review\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Ended:** 2026-03-04 15:15 UTC\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 14:30 | Error rate rises |\n| 15:15 | Service restored |\n| 16:45 | Post-incident review |\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 14:30 UTC - Error rate rises\n- 15:15 UTC - Service restored\n
 */
export const endIsReview: Rule = {
  id: 'consistent/end-is-review',
  about: 'An end of the incident that is the time of its review or of the paperwork.',
  reason: 'A review ends no incident: counted until there, every duration is longer than what users felt.',
  question: 'When were users no longer affected?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: contradictionsNamed('end-is-review'),
};
