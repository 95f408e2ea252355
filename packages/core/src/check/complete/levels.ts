import type { Rule } from '../rule.ts';

/** What a reader cannot do without: mentioned in a draft, asked for from the review on. */
export const required: Rule['levels'] = { draft: 'info', review: 'error', published: 'error' };

/** What can be forgiven, but should be looked at before others read it. */
export const advised: Rule['levels'] = { draft: 'info', review: 'warning', published: 'warning' };
