import {
  isOffUnlessAskedFor,
  nearestOf,
  type Rule,
  rules,
  type RuleLevels,
  type Settings,
  stageNames,
} from '@debrief/core';
import type { CheckHouse } from './checked-of.ts';
import type { FoundSettings } from './settings-file.ts';

/** @param now milliseconds since 1970-01-01T00:00Z */
export function checkHouseOf({ settings, file }: FoundSettings, now: number): CheckHouse {
  const { people, teams, services, metrics: definitions, severity, zone } = settings;
  return {
    measuring: { now, zone: file === null ? null : zone, definitions, services },
    scale: severity.scale,
    people: people.flatMap(({ name, handles, addresses }) => [name, ...handles, ...addresses]),
    teams: teams.flatMap(({ name, handles }) => [name, ...handles]),
    levels: {
      draft: levelsAt(settings.stages.draft, settings.rules),
      review: levelsAt(settings.stages.review, settings.rules),
      published: levelsAt(settings.stages.published, settings.rules),
    },
  };
}

/**
 * What is said for a stage counts before what is said for all, and a rule before its group. A group does not wake a rule
 * that is off unless asked for.
 */
function levelsAt(stage: RuleLevels = {}, always: RuleLevels): RuleLevels {
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
export function ruleNameProblems(
  { rules: always, stages }: Pick<Settings, 'rules' | 'stages'>,
  all: readonly Rule[] = rules,
): readonly string[] {
  const known = [...all.map(({ id }) => id), ...GROUPS];
  const places = [
    ['rules', always] as const,
    ...stageNames.map((stage) => [`stages.${stage}`, stages[stage] ?? {}] as const),
  ];
  return places.flatMap(([place, levels]) =>
    Object.keys(levels)
      .filter((name) => !known.includes(name))
      .map((name) => `${place}: there is no rule “${name.slice(0, 60)}”; ${suggestion(name, known)}`),
  );
}

/** A name without its group, or with another one, most likely means the rule of that file name. */
function suggestion(name: string, known: readonly string[]): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const same = known.find((id) => id.endsWith(`/${last}`));
  return `did you mean “${same ?? nearestOf(name, known)}”?`;
}
