import type { TimeOfWeek } from './insights.ts';
import type { Scope } from './scope.ts';
import { shareInWords, shareOf } from './share-of.ts';
import { percentInWords } from './wording.ts';

/** Monday to Friday from nine to five, of the 168 hours of a week. */
const OFFICE = { first: 9, end: 17, lastDay: 5 };
const OUTSIDE = 1 - (OFFICE.lastDay * (OFFICE.end - OFFICE.first)) / 168;

/** When in the week incidents began, on the clocks of one zone. */
export function timeOfWeekOf({ records, zone, level }: Scope): TimeOfWeek {
  const clock = clockIn(zone);
  const counts = new Map<string, { weekday: number; hour: number; count: number }>();
  let outside = 0;
  const timed = records.filter(({ start }) => start.hasClock);
  for (const { start } of timed) {
    const { weekday, hour } = clock.at(start.at);
    const cell = counts.get(`${weekday} ${hour}`) ?? { weekday, hour, count: 0 };
    cell.count += 1;
    counts.set(`${weekday} ${hour}`, cell);
    if (weekday > OFFICE.lastDay || hour < OFFICE.first || hour >= OFFICE.end) outside += 1;
  }
  const share = shareOf(outside, timed.length, level);
  const isEmpty = timed.length === 0;
  return {
    id: 'time-of-week',
    title: 'Time of the week',
    definition: `Post-mortems by the hour and weekday at which their incident began, on clocks of ${clock.zone}`,
    unit: 'post-mortems',
    n: timed.length,
    censored: 0,
    unknown: records.length - timed.length,
    statement: isEmpty
      ? 'No post-mortem of this window tells at what time of day its incident began.'
      : `${shareInWords(share)} began outside Monday to Friday, 9 to 17; spread evenly over the week it would be ${percentInWords(OUTSIDE)}.`,
    cannotTell: isEmpty ? 'Without a clock there is no hour.' : null,
    notes: [
      ...(clock.zone === zone ? [] : [`“${zone}” is not a zone that is known here, so the hours are in UTC.`]),
      'Traffic and deployments have their hours as well; an hour with more incidents is not a worse hour.',
    ],
    zone: clock.zone,
    cells: [...counts.values()].toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour),
  };
}

interface ZoneClock {
  readonly zone: string;
  readonly at: (instant: number) => { readonly weekday: number; readonly hour: number };
}

const DISTANCE = /^(?:UTC|GMT)([+-])(\d{1,2})(?::?(\d{2}))?$/i;

function clockIn(zone: string): ZoneClock {
  const [, sign, hours, minutes = '0'] = DISTANCE.exec(zone.trim()) ?? [];
  if (hours !== undefined) {
    const distance = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
    return { zone, at: (instant) => utcClock(instant + distance) };
  }
  const format = zone === 'UTC' ? null : formatterFor(zone);
  if (format === null) return { zone: 'UTC', at: utcClock };
  return {
    zone,
    at: (instant) => {
      const [weekday = '', hour = '0'] = format.format(instant).split(/,?\s+/);
      return { weekday: WEEKDAYS.indexOf(weekday) + 1, hour: Number(hour) % 24 };
    },
  };
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function formatterFor(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  } catch {
    return null;
  }
}

function utcClock(instant: number): { readonly weekday: number; readonly hour: number } {
  const date = new Date(instant);
  return { weekday: ((date.getUTCDay() + 6) % 7) + 1, hour: date.getUTCHours() };
}
