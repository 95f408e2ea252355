import { internalCost } from './internal-cost.ts';
import { sources, templates } from './sources.ts';

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:minutes?|mins?|m)$/i, 1],
  [/^(?:hours?|hrs?|h|stunden|heures|horas|timer)$/i, 60],
];

/** Sums of hours and minutes such as `14 engineer-hours` or `2 h 30 min`. A day of work has no agreed length. */
function minutesOf(text: string): number | null {
  const parts = [
    ...text
      .slice(0, 200)
      .matchAll(/(\d{1,6}(?:[.,]\d{1,2})?)\s?(?:(?:person|engineer|man|staff)[- ])?(\p{L}{1,10})/giu),
  ];
  const minutes = parts.map(([, number = '', unit = '']) => {
    const scale = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
    return scale === undefined ? null : Number(number.replace(',', '.')) * scale;
  });
  const told = minutes.filter((part) => part !== null);
  return told.length === 0 || told.length !== (text.slice(0, 200).match(/\d+(?:[.,]\d+)?/g) ?? []).length
    ? null
    : told.reduce((sum, part) => sum + part, 0);
}

export const engineeringTime = internalCost({
  name: 'engineering-time',
  title: 'engineering time',
  unit: 'minutes',
  about: 'How much working time the incident took, as the document states it; a sum over the team, never by person.',
  definition: {
    id: 'engineering-time/stated',
    title: 'as stated',
    formula: 'the sum that the document states',
    usedBy: [templates.blameless],
  },
  words:
    /engineer\w{0,6}[ -](?:time|hours)|person[- ]hours|man[- ]hours|staff time|arbeitszeit|temps d['’]ing|horas de ingenier|ingeniørtid/iu,
  valueOf: minutesOf,
  missing: 'The text states no engineering time in hours or minutes.',
  disagreement: 'Houses count only responders, or also those who wait and those who repair data afterwards.',
  sources: [sources.incidentMetrics],
});
