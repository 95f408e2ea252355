import type { RuleLevels, Settings } from '@debrief/core';
import type * as Core from '@debrief/core';
import type { CheckHouse } from './checked-of.ts';
import type { FoundSettings } from './settings-file.ts';

/**
 * The rules are loaded only where the house has something to say about them: what did not change is told without them.
 *
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export async function checkHouseOf({ settings, file }: FoundSettings, now: number): Promise<CheckHouse> {
  const core = namesRules(settings) ? await import('@debrief/core') : null;
  const levelsOf = (stage?: RuleLevels) => (core === null ? {} : levelsAt(core, stage, settings.rules));
  const { people, teams, services, metrics: definitions, severity, zone } = settings;
  return {
    measuring: { now, zone: file === null ? null : zone, definitions, services },
    scale: severity.scale,
    people: people.flatMap(({ name, handles, addresses }) => [name, ...handles, ...addresses]),
    teams: teams.flatMap(({ name, handles }) => [name, ...handles]),
    levels: {
      draft: levelsOf(settings.stages.draft),
      review: levelsOf(settings.stages.review),
      published: levelsOf(settings.stages.published),
    },
  };
}

function namesRules({ rules, stages }: Pick<Settings, 'rules' | 'stages'>): boolean {
  return [rules, ...Object.values(stages)].some((levels) => Object.keys(levels).length > 0);
}

/**
 * What is said for a stage counts before what is said for all, and a rule before its group. A group does not wake a rule
 * that is off unless asked for.
 */
function levelsAt(
  { rules, isOffUnlessAskedFor }: Pick<typeof Core, 'rules' | 'isOffUnlessAskedFor'>,
  stage: RuleLevels = {},
  always: RuleLevels,
): RuleLevels {
  return Object.fromEntries(
    rules.flatMap(({ id, levels }) => {
      const group = isOffUnlessAskedFor(levels) ? '' : groupOf(id);
      const level = stage[id] ?? stage[group] ?? always[id] ?? always[group];
      return level === undefined ? [] : [[id, level] as const];
    }),
  );
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

const GROUPS = ['complete', 'consistent', 'blameless', 'action', 'structure'] as const;

/** What is wrong with `rules` and `stages` of the settings: names that no rule or group has, each with the nearest. */
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
