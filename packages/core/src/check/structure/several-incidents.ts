import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a file that tells of several incidents.
 *
 * @finds document: # Incidents of March\n\n## Lift stuck\n\n**Date:** 2026-03-01\n\n### Summary\n\nIt stood.\n\n### Timeline\n\n- 14:05 It stood\n\n### Action items\n\n- Replace the brake\n\n## Door jammed\n\n**Date:** 2026-03-05\n\n### Summary\n\nIt stood.\n\n### Timeline\n\n- 14:05 It stood\n\n### Action items\n\n- Replace the brake\n\n ⟶ Door jammed
 * @finds document: # Incidents of May\n\n## Lights out\n\n**Date:** 2026-05-01\n\n### Summary\n\nIt stood.\n\n### Timeline\n\n- 14:05 It stood\n\n### Action items\n\n- Replace the brake\n\n## Lift stuck\n\n**Date:** 2026-05-03\n\n### Summary\n\nIt stood.\n\n### Timeline\n\n- 14:05 It stood\n\n### Action items\n\n- Replace the brake\n\n## Door jammed\n\n**Date:** 2026-05-05\n\n### Summary\n\nIt stood.\n\n### Timeline\n\n- 14:05 It stood\n\n### Action items\n\n- Replace the brake\n\n
 * @passes document: # Incidents of March\n\n## Lift stuck\n\n**Date:** 2026-03-01\n\n### Summary\n\nIt stood.\n\n### Timeline\n\n- 14:05 It stood\n\n### Action items\n\n- Replace the brake\n\n
 * @passes document: # Lift stuck\n\n## Summary\n\nIt stood.\n\n## Technical summary\n\nThe brake held.\n
 */
export const severalIncidents: Rule = {
  id: 'structure/several-incidents',
  about: 'A file that tells of several incidents.',
  reason: 'Only the first of them is read, measured and counted.',
  question: 'Can each incident have a file of its own?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: reported('several-incidents'),
};
