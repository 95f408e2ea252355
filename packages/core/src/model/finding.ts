import type { Place, Splice } from './place.ts';

export const ruleLevels = ['error', 'warning', 'info', 'off'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

export const stageNames = ['draft', 'review', 'published'] as const;
/** How far a post-mortem has come; a rule may ask for more at a later stage. */
export type StageName = (typeof stageNames)[number];

/** Levels of check rules, by their id. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

/** What a rule found at one place: what is there, why it matters, and a question to the writer. */
export interface Finding {
  /** `<group>/<file name>`: `blameless/counterfactual` */
  readonly rule: string;
  readonly level: Exclude<RuleLevel, 'off'>;
  readonly place: Place;
  readonly message: string;
  readonly question: string;
  readonly reason: string;
  readonly source?: string;
  /** Only where it is certainly right. */
  readonly fix?: readonly Splice[];
}
