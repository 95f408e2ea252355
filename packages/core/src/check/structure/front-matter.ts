import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for front matter that cannot be read in full.
 *
 * @finds document: ---\ntitle: [Lift stuck\n---\n\n# Lift stuck\n
 * @finds document: ---\ntitle: "Lift stuck\ndate: 2026-03-02\n---\n\n# Lift stuck\n
 * @passes document: ---\ntitle: Lift stuck\n---\n\n# Lift stuck\n
 * @passes document: ---\ntags: [lift, brake]\n---\n\n# Lift stuck\n
 */
export const frontMatter: Rule = {
  id: 'structure/front-matter',
  about: 'Front matter that cannot be read in full.',
  reason: 'What cannot be read counts as not written: times that were pinned, the severity, the template.',
  question: 'Which line of the front matter is not valid YAML?',
  levels: { draft: 'warning', review: 'error', published: 'error' },
  find: reported('front-matter'),
};
