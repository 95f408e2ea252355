import type { SectionName } from '../../model/index.ts';

/** Where causes are told. */
export const causes: ReadonlySet<SectionName> = new Set<SectionName>([
  'rootCause',
  'fiveWhys',
  'contributingFactors',
  'trigger',
]);
/** Where the account is read as an explanation, and a judgement is taken for a cause. */
export const accounts: ReadonlySet<SectionName> = new Set<SectionName>([
  ...causes,
  'summary',
  'detection',
  'response',
  'resolution',
  'wentWrong',
  'lessons',
]);
/** Where people are named as part of the account of causes. */
export const named: ReadonlySet<SectionName> = new Set<SectionName>([...causes, 'summary']);
/** Where something is asked for, not told. */
export const plans: ReadonlySet<SectionName> = new Set<SectionName>(['actionItems', 'prevention', 'followUp']);
export const effects: ReadonlySet<SectionName> = new Set<SectionName>(['impact', 'summary']);
export const luck: ReadonlySet<SectionName> = new Set<SectionName>(['lucky']);
