import type { Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for a duration, or a time to detect, acknowledge, mitigate or resolve, that the document states and that its own times do not give in any definition.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Duration**: 3 hours\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 14:30 | Outage begins |\n| 15:15 | Service restored |\n
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Duration**: 25 minutes\n**Started:** 2026-03-04 10:00 UTC\n**Ended:** 2026-03-04 12:00 UTC\n ⟶ 25 minutes
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Duration**: 45 minutes\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 14:30 | Outage begins |\n| 15:15 | Service restored |\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Duration**: about 2 hours\n**Started:** 2026-03-04 10:00 UTC\n**Ended:** 2026-03-04 11:55 UTC\n
 */
export const statedDuration: Rule = {
  id: 'consistent/stated-duration',
  about: 'A duration or time to respond that the document states and that its own times do not give in any definition.',
  reason: 'Readers take the number from the header and never add up the timeline; both should say the same.',
  question: 'Which of the two is meant? Correct the number, or pin the times that it runs between.',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: contradictionsNamed('stated-duration'),
};
