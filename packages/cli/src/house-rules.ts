import { levelOf, newIncidentId, reviewDates, type Settings, severityName } from '@debrief/core/policy';
import type { HouseRules } from '@debrief/core/draft';
import { WrongUse } from './wrong-use.ts';

const LEVELS = [1, 2, 3, 4, 5] as const;

/** What a team has settled, for a first draft. `taken` are the ids in use. */
export function houseRules(settings: Settings, taken: readonly string[]): Omit<HouseRules, 'template' | 'now'> {
  const { scale } = settings.severity;
  return {
    newId: (title, at) => {
      const made = newIncidentId(settings.incidentId.scheme, { at, title, taken });
      if (made.problem !== undefined) throw new WrongUse(made.message);
      return made.id;
    },
    levelOf: (words) => levelOf(scale, words),
    ...(scale !== undefined && { severityNames: LEVELS.map((level) => severityName(scale, level)) }),
    reviewDates: (day) => reviewDates(settings, day),
  };
}
