import type { Rule } from '../rule.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';

/**
 * Looks for a post-mortem without a summary.
 *
 * @finds document: # Orders were delivered twice\n\n## Summary\n\n[Two or three sentences]\n ⟶ [Two or three sentences]
 * @finds document: # Orders were delivered twice\n\n## Summary\n\n## Timeline\n\n- 10:04 The first alert fired\n ⟶ Summary
 * @passes document: # Orders were delivered twice\n\n## Summary\n\nFor an hour the queue delivered each order twice.\n
 * @passes document: # Orders were delivered twice\n\n## TL;DR\n\nFor an hour the queue delivered each order twice.\n
 */
export const summary: Rule = {
  id: 'complete/summary',
  about: 'A post-mortem without a summary.',
  reason: 'Most readers read the summary and nothing else; without it they learn nothing.',
  question: 'In two or three sentences: what happened, whom did it affect, and how did it end?',
  source: 'Google, Site Reliability Engineering, appendix D: an example postmortem',
  levels: required,
  find(document) {
    const { summary: text, headerFields } = document.reading.postmortem;
    const header = headerFields.summary === undefined ? [] : [headerFields.summary];
    return missing(document, { fields: [text, ...header], sections: ['summary'], words: 'summary' });
  },
};
