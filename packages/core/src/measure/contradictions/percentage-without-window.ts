import type { Field, Known, Place } from '../../model/index.ts';
import type { Contradiction, Statements } from './contradiction.ts';

const PERCENT = /(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)\s?%/g;
const WINDOW =
  /\b(?:day|days|week|weekly|month|monthly|quarter|quarterly|year|yearly|annual|hour|hours|minutes?|rolling|window|during|over the|28d|30d|7d|24h|tage?|woche|monat|jours?|semaine|mois|mes|semana|dager?|uke|måned)\b|日間|か月|月間|天|周/iu;
const REQUESTS = /\b(?:requests?|calls?|transactions?|queries)\b/i;

/**
 * An availability without the time that it is taken over says nothing, and cannot be held against a share of failed
 * requests: 95 % of a month is a day and a half (`metrics.md` §12.3).
 */
export function percentageWithoutWindow({ reading }: Statements): readonly Contradiction[] {
  const { impact } = reading.postmortem;
  const told = [
    impact.serviceLevel,
    ...impact.levels.filter(({ indicator }) => indicator === 'availability').map(({ incident }) => incident),
  ].filter(
    (field): field is Known<string> =>
      field.state === 'known' && isAvailability(field) && !WINDOW.test(line(reading.text, field)),
  );
  const [first] = told;
  if (first === undefined) return [];
  const available = Number([...first.value.matchAll(PERCENT)].at(-1)?.[1]);
  const failed = failedShare([impact.users, impact.requestsFailed]);
  const both =
    failed === null || Math.abs(100 - failed.value - available) < 1
      ? ''
      : ` Beside it ${failed.value}% of requests are said to have failed, which would leave ${round(100 - failed.value)}%: both can hold only over different times.`;
  return [
    {
      id: 'percentage-without-window',
      message: `“${short(first.value)}” tells an availability, but not over which time.${both}`,
      question: 'Over which time was it taken: the incident, the day, the month?',
      places: [...told.flatMap(({ places }) => places.slice(0, 1)), ...(failed === null ? [] : [failed.place])],
    },
  ];
}

function isAvailability({ value }: Known<string>): boolean {
  const found = [...value.slice(0, 200).matchAll(PERCENT)];
  return found.length > 0 && found.every(([, number]) => Number(number) <= 100);
}

function failedShare(fields: readonly Field<string>[]): { readonly value: number; readonly place: Place } | null {
  for (const field of fields) {
    const place = field.places[0];
    if (field.state !== 'known' || place === undefined || !REQUESTS.test(field.value.slice(0, 200))) continue;
    const found = [...field.value.slice(0, 200).matchAll(PERCENT)];
    if (found.length === 1) return { value: Number(found[0]?.[1]), place };
  }
  return null;
}

/** The line on which a value stands, with its label. */
function line(text: string, { places: [place] }: Known<string>): string {
  if (place === undefined) return '';
  const before =
    text
      .slice(Math.max(0, place.from - 120), place.from)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const after = text.slice(place.to, place.to + 120).split(/[\r\n]/, 1)[0] ?? '';
  return `${before}${text.slice(place.from, place.to)}${after}`;
}

function short(value: string): string {
  const words = value.replaceAll(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
