export { check } from './check.ts';
export { checkReading } from './check-reading.ts';
export type { CheckContext, Checked, Hit, Rule } from './rule.ts';
export { rules } from './rules.ts';
export { stageOf } from './stage-of.ts';
