import type { Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for instants of the incident in an order in which they cannot have come, such as an end before its start.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:40 UTC\n**Ended:** 2026-03-04 10:05 UTC\n
 * @finds document: ---\ntimes:\n  alerted: 2026-03-04T10:20Z\n  acknowledged: 2026-03-04T10:12Z\n---\n\n# Mail down\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:05 UTC\n**Ended:** 2026-03-04 10:40 UTC\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 23:50 UTC - Error rate rises\n- 00:20 UTC - Service restored\n
 */
export const outOfOrder: Rule = {
  id: 'consistent/out-of-order',
  about: 'Instants of the incident in an order in which they cannot have come, such as an end before its start.',
  reason: 'Every duration is counted between two of these instants; with one of them wrong, they all are.',
  question: 'Is one of the two clocks, days or zones wrong, or does one of the rows tell of something else?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: contradictionsNamed('out-of-order'),
};
