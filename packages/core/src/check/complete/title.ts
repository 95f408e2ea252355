import type { Rule } from '../rule.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';

/**
 * Looks for a post-mortem without a title, or with the title of a template.
 *
 * @finds document: # [Incident Title]\n\n## Summary\n\nThe queue stood still.\n ⟶ [Incident Title]
 * @finds document: ## Summary\n\nThe queue stood still.\n
 * @passes document: # Orders were delivered twice\n\n## Summary\n\nThe queue stood still.\n
 * @passes document: ---\ntitle: Orders were delivered twice\n---\n\n## Summary\n\nThe queue stood still.\n
 */
export const title: Rule = {
  id: 'complete/title',
  about: 'A post-mortem without a title, or with the title of a template.',
  reason: 'The title is what people see in lists and searches, long before they open the document.',
  question: 'What would somebody who felt this incident call it, in one line?',
  levels: required,
  find: (document) =>
    missing(document, { fields: [document.reading.postmortem.title], words: 'title', unasked: 'warning' }),
};
