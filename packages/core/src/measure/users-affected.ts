import type { Known } from '../model/index.ts';
import { houseDefinition } from './house-definition.ts';
import type { Measurement, Result } from './measurement.ts';
import type { Metric } from './metric.ts';
import { sources, templates } from './sources.ts';
import { unknown } from './refusal.ts';
import { writtenCount, type WrittenCount } from './written-count.ts';

const name = 'users-affected';

const definitions = [
  {
    id: `${name}/count`,
    title: 'as a number of users',
    formula: 'distinct users with at least one bad event',
    usedBy: ['Debrief', templates.executive, templates.blameless, templates.alert, templates.compact],
  },
  {
    id: `${name}/share`,
    title: 'as a share of the users',
    formula: 'distinct users with at least one bad event / distinct users active in the time',
    usedBy: [templates.executive, templates.serviceLevels],
  },
] as const;

/** What people affected means; what the document counts, in its own words. */
export const usersAffected: Metric = {
  name,
  title: 'users affected',
  unit: 'count',
  about: 'How many people were affected, as the document counts them.',
  definitions,
  disagreement:
    'Requests are not users: one user can send a thousand. A share needs to say of whom, and in which time. The document counts; nothing is worked out from rates.',
  sources: [sources.workbook],
  measure: ({ reading: { postmortem }, context }) => {
    const house = houseDefinition(name, definitions, context.definitions);
    const told = [postmortem.impact.users, postmortem.impact.customers].find(
      (field): field is Known<string> => field.state === 'known',
    );
    const count = told === undefined ? null : writtenCount(told.value);
    return definitions.map(({ id }): Measurement => {
      const isShare = id.endsWith('/share');
      return {
        metric: name,
        definition: id,
        isHouse: id === house,
        unit: isShare ? 'percent' : 'count',
        result: resultOf(told, count, isShare ? 'share' : 'count'),
        places: told?.places.slice(0, 1) ?? [],
        notes: count?.approximate === true ? [`The text says “${count.written}”, which is an estimate.`] : [],
      };
    });
  },
};

function resultOf(told: Known<string> | undefined, count: WrittenCount | null, kind: 'count' | 'share'): Result {
  if (told === undefined) return unknown('noUsers', 'The text does not say how many users were affected.');
  const words = told.value.replaceAll(/\s+/g, ' ').slice(0, 80);
  if (count === null)
    return unknown('noNumber', `“${words}” names no single number. Write how many users, or which share of them.`);
  if (count.of === 'requests') {
    return {
      state: 'invalid',
      reason: 'requestsNotUsers',
      message: `“${words}” counts requests, not users. Write how many users were affected, or say that it is not known.`,
    };
  }
  if (count.kind === kind) return { state: 'known', value: count.value };
  return kind === 'count'
    ? unknown('onlyShare', `“${words}” is a share; how many users that is, the text does not say.`)
    : unknown('onlyCount', `“${words}” is a number; of how many users, the text does not say.`);
}
