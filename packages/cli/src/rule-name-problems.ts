import type * as Core from '@debrief/core';
import type { Settings } from '@debrief/core/policy';

const GROUPS = ['complete', 'consistent', 'blameless', 'action', 'structure'] as const;

/**
 * What is wrong with `rules` and `stages` of the settings: names that no rule or group has, each with the nearest. The
 * rules are loaded only where the house has something to say about them.
 */
export async function ruleNameProblems(settings: Pick<Settings, 'rules' | 'stages'>): Promise<readonly string[]> {
  if (!namesRules(settings)) return [];
  const { nearestOf, rules, stageNames } = await import('@debrief/core');
  const { rules: always, stages } = settings;
  const known = [...rules.map(({ id }) => id), ...GROUPS];
  const places = [
    ['rules', always] as const,
    ...stageNames.map((stage) => [`stages.${stage}`, stages[stage] ?? {}] as const),
  ];
  return places.flatMap(([place, levels]) =>
    Object.keys(levels)
      .filter((name) => !known.includes(name))
      .map((name) => `${place}: there is no rule “${name.slice(0, 60)}”; ${suggestion(name, known, nearestOf)}`),
  );
}

/** A name without its group, or with another one, most likely means the rule of that file name. */
function suggestion(name: string, known: readonly string[], nearestOf: typeof Core.nearestOf): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const same = known.find((id) => id.endsWith(`/${last}`));
  return `did you mean “${same ?? nearestOf(name, known)}”?`;
}

function namesRules({ rules, stages }: Pick<Settings, 'rules' | 'stages'>): boolean {
  return [rules, ...Object.values(stages)].some((levels) => Object.keys(levels).length > 0);
}
