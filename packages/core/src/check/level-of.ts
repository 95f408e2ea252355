import type { RuleLevel } from '../model/index.ts';
import type { CheckContext, Rule } from './rule.ts';

/**
 * How much a rule weighs here: what the house set for it, else for its group, else the rule's own level at the stage. A
 * rule that is off unless asked for is asked for by its own name only.
 *
 * @example levelOf(actionOwner, { stage: 'review', levels: { complete: 'info' }, … }) // 'info'
 */
export function levelOf(
  { id, levels }: Pick<Rule, 'id' | 'levels'>,
  context: Pick<CheckContext, 'stage' | 'levels'>,
): RuleLevel {
  const { stage, levels: house } = context;
  const group = isOffUnlessAskedFor(levels) ? undefined : house[groupOf(id)];
  return house[id] ?? group ?? levels[stage];
}

/** @example groupOf('complete/title') // 'complete' */
export function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** Whether a rule is off at every stage. */
export function isOffUnlessAskedFor(levels: Rule['levels']): boolean {
  return Object.values(levels).every((level) => level === 'off');
}
