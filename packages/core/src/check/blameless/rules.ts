import type { Rule } from '../rule.ts';

/** The rules of this group, one line each. */
export const blamelessRules: readonly Rule[] = [];
