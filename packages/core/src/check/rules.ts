import { actionRules } from './action/rules.ts';
import { blamelessRules } from './blameless/rules.ts';
import { completeRules } from './complete/rules.ts';
import { consistentRules } from './consistent/rules.ts';
import type { Rule } from './rule.ts';
import { structureRules } from './structure/rules.ts';

/** Every rule, group by group. */
export const rules: readonly Rule[] = [
  ...completeRules,
  ...consistentRules,
  ...blamelessRules,
  ...actionRules,
  ...structureRules,
];
