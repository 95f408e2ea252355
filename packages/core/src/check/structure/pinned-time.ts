import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a pinned time that cannot be read, or whose name is not known.
 *
 * @finds document: ---\ntimes: { impactStart: soon }\n---\n\n# Lift stuck\n
 * @finds document: ---\ntimes: { lunch: 2026-05-01T10:02Z }\n---\n\n# Lift stuck\n
 * @passes document: ---\ntimes: { impactStart: 2026-05-01T10:02Z }\n---\n\n# Lift stuck\n
 * @passes document: ---\ntimes: { resolved: 2026-05-01T11:20Z }\n---\n\n# Lift stuck\n
 */
export const pinnedTime: Rule = {
  id: 'structure/pinned-time',
  about: 'A pinned time that cannot be read, or whose name is not known.',
  reason: 'A pin that cannot be read has no effect: the guess that it should replace still counts.',
  question: 'Which instant is meant, and can its time be written as 2026-05-01T10:02Z?',
  levels: { draft: 'warning', review: 'error', published: 'error' },
  find: reported('pinned-time'),
};
