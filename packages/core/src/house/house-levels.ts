import { groupOf, isOffUnlessAskedFor } from '../check/level-of.ts';
import { rules } from '../check/rules.ts';
import type { RuleLevels, StageName } from '../model/index.ts';
import type { CheckHouse } from '../workspace/check-house.ts';

const known = new WeakMap<CheckHouse, Partial<Record<StageName, RuleLevels>>>();

/**
 * The level of each rule that a house has said something about. What is said for a stage counts before what is said for
 * all, and a rule before its group. A group does not wake a rule that is off unless asked for.
 *
 * @example houseLevels({ …, rules: { blameless: 'off' }, stages: {} }, 'draft')['blameless/animated'] // 'off'
 */
export function houseLevels(house: CheckHouse, stage: StageName): RuleLevels {
  const byStage = known.get(house) ?? {};
  known.set(house, byStage);
  byStage[stage] ??= levelsAt(house.stages[stage] ?? {}, house.rules);
  return byStage[stage];
}

function levelsAt(staged: RuleLevels, always: RuleLevels): RuleLevels {
  return Object.fromEntries(
    rules.flatMap(({ id, levels }) => {
      const group = isOffUnlessAskedFor(levels) ? '' : groupOf(id);
      const level = staged[id] ?? staged[group] ?? always[id] ?? always[group];
      return level === undefined ? [] : [[id, level] as const];
    }),
  );
}
