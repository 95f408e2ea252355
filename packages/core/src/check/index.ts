export { check } from './check.ts';
export { isOffUnlessAskedFor } from './level-of.ts';
export type { CheckContext, Checked, Hit, IdElsewhere, Rule } from './rule.ts';
export { rules } from './rules.ts';
export { stageOf } from './stage-of.ts';
