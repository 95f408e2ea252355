import { rules } from '../check/rules.ts';
import type { RuleLevels } from '../model/index.ts';
import type { Settings } from '../workspace/settings.ts';
import type { CheckHouse } from './checked-of.ts';

/**
 * What checking needs of a team's settings.
 *
 * @param zone the zone of clocks that name none; null where the team has settled nothing
 * @param now milliseconds since 1970-01-01T00:00Z
 * @example checkHouseOf(defaultSettings, { zone: null, now: Date.now() }).people // []
 */
export function checkHouseOf(
  settings: Settings,
  { zone, now }: { readonly zone: string | null; readonly now: number },
): CheckHouse {
  const { people, teams, services, metrics: definitions, severity, stages, rules: always } = settings;
  return {
    measuring: { now, zone, definitions, services },
    scale: severity.scale,
    people: people.flatMap(({ name, handles, addresses }) => [name, ...handles, ...addresses]),
    teams: teams.flatMap(({ name, handles }) => [name, ...handles]),
    levels: {
      draft: levelsAt(stages.draft, always),
      review: levelsAt(stages.review, always),
      published: levelsAt(stages.published, always),
    },
  };
}

/** What is said for a stage counts before what is said for all, and a rule before its group. */
function levelsAt(stage: RuleLevels = {}, always: RuleLevels): RuleLevels {
  return Object.fromEntries(
    rules.flatMap(({ id }) => {
      const level = stage[id] ?? stage[groupOf(id)] ?? always[id] ?? always[groupOf(id)];
      return level === undefined ? [] : [[id, level] as const];
    }),
  );
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
