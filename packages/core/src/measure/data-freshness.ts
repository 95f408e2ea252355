import { isHouseDefinition } from './house-definition.ts';
import { type LevelRow, levelRows } from './level-rows.ts';
import type { Measurement } from './measurement.ts';
import type { Metric } from './metric.ts';
import { notApplicable, unknown } from './refusal.ts';

const NAME = 'data-freshness';

/** How old the newest data was at worst. */
export const dataFreshness: Metric = {
  name: NAME,
  title: 'data freshness',
  unit: 'minutes',
  about: 'How old the newest complete data was at the worst moment of the incident.',
  definitions: [
    {
      id: `${NAME}/greatest-age`,
      title: 'greatest age of the newest complete record, as the document tells',
      formula: 'max(now − time of the newest complete record)',
      usedBy: ['alert template'],
    },
  ],
  disagreement:
    'The newest record and the watermark (up to which nothing is missing) give two ages. An objective counts the share of time, or of reads, with data young enough; the greatest age does not say how long it was so old.',
  sources: ['Alert template, “Service Level Impact”'],
  measure: ({ reading, context }) => {
    const common = {
      metric: NAME,
      definition: `${NAME}/greatest-age`,
      isHouse: isHouseDefinition(context, dataFreshness, 'greatest-age'),
      unit: 'minutes',
    } as const;
    const rows = levelRows(reading, 'freshness');
    if (rows.length === 0) {
      const result = notApplicable('noFreshness', 'The document tells nothing about the age of data.');
      return [{ ...common, result, places: [], notes: [] }];
    }
    return rows.map((row): Measurement => {
      const age = row.incident.find(({ unit }) => unit === 'milliseconds');
      const named = row.subject === '' ? {} : { subject: row.subject };
      if (age === undefined || age.value < 0) {
        const result = unknown('noAge', 'The row does not say how old the data was, with a unit such as minutes or h.');
        return { ...common, ...named, result, places: row.places, notes: [] };
      }
      return {
        ...common,
        ...named,
        result: { state: 'known', value: age.value / 60_000 },
        places: row.places,
        notes: against(row, age.value),
      };
    });
  },
};

function against({ normal, isObjective }: LevelRow, age: number): readonly string[] {
  const limit = normal.find(({ unit }) => unit === 'milliseconds');
  if (limit === undefined) return [];
  const what = isObjective ? 'was promised' : 'is normal';
  return [`${limit.written} ${what}; it was ${age > limit.value ? 'older' : 'not older'} than that.`];
}
