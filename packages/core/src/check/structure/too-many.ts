import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for more rows or items than one incident can have.
 *
 * @finds document: # Lift stuck\n\n## Timeline\n\n⟪- 10:04 It stood\n×20002⟫
 * @finds document: # Lift stuck\n\n## Action items\n\n⟪- Replace the brake\n×20002⟫
 * @passes document: # Lift stuck\n\n## Timeline\n\n⟪- 10:04 It stood\n×50⟫
 * @passes document: # Lift stuck\n\n## Action items\n\n⟪- Replace the brake\n×50⟫
 */
export const tooMany: Rule = {
  id: 'structure/too-many',
  about: 'More rows or items than one incident can have.',
  reason: 'What comes after the limit is not listed, measured or checked.',
  question: 'Can the file be split, or was a log pasted as a list?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: reported('too-many'),
};
