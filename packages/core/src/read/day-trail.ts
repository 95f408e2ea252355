import { addDays, dayText } from '../model/day.ts';
import { absent, type Field, type Instant, type Place } from '../model/index.ts';
import { minutesOf, nearestYear } from './calendar.ts';
import { type Context, unknown } from './context.ts';
import type { Moment, TimeReading } from './time.ts';
import { trim } from './table.ts';
import { zoneOffset } from '../model/zone-offset.ts';

/** A clock that falls this far behind the row before is on the next day; a smaller step back is a row out of order. */
const OVER_MIDNIGHT_MINUTES = 360;

const DAY_MINUTES = 1_440;

/** Walks down a timeline and settles the day of each row from what was written before it. */
export interface DayTrail {
  /** A heading or line that only names a day: rows below it are on that day. */
  readonly setDay: (time: TimeReading, place: Place) => void;
  readonly settle: (
    time: TimeReading | null,
    place: Place | null,
  ) => { readonly at: Field<Instant>; readonly until?: Field<Instant> };
}

export function startTrail(context: Context, start: { readonly day: string; readonly place: Place } | null): DayTrail {
  let day = start?.day ?? null;
  let origin = start?.place ?? null;
  let clock: string | null = null;
  let distance: number | null = null;
  let latest: string | null = null;
  const anchor = start?.day ?? null;

  const setDay = (time: TimeReading, place: Place): void => {
    const known = fullDay(time.at, day ?? anchor);
    if (known === null) return;
    day = known;
    origin = place;
    clock = null;
  };

  const settle: DayTrail['settle'] = (time, place) => {
    if (time === null)
      return {
        at:
          place === null || place.to === place.from
            ? absent
            : unknown('unreadable', context.text.slice(place.from, place.to), place),
      };
    if (time.problem !== undefined) report(context, time.problem, place);
    const own = fullDay(time.at, day ?? anchor);
    const ownDistance = time.at.zone === undefined ? null : zoneOffset(time.at.zone);
    const isElsewhere = ownDistance !== distance;
    if (own !== null) {
      day = own;
      origin = place;
    } else if (
      time.problem === undefined &&
      day !== null &&
      clock !== null &&
      time.at.clock !== undefined &&
      ownDistance !== null &&
      distance !== null &&
      isElsewhere
    ) {
      day = dayElsewhere({ day, clock, distance }, time.at.clock, ownDistance);
    } else if (
      time.problem === undefined &&
      day !== null &&
      clock !== null &&
      time.at.clock !== undefined &&
      minutesOf(clock) - minutesOf(time.at.clock) >= OVER_MIDNIGHT_MINUTES
    ) {
      day = addDays(day, 1);
    }
    if (time.at.clock !== undefined && place !== null) {
      const moment = `${day ?? ''}T${time.at.clock}`;
      if (
        latest !== null &&
        latest.length === moment.length &&
        moment < latest &&
        !isElsewhere &&
        !mayBeNextDay(day, clock, time.at.clock)
      )
        reportOrder(context, place);
      latest = moment;
    }
    clock = time.at.clock ?? (own === null ? clock : null);
    if (time.at.clock !== undefined) distance = ownDistance;
    const borrowed = own === null && time.problem !== undefined ? null : day;
    const at = instantField(context, time.at, time, borrowed, own === null && borrowed !== null ? origin : null, place);
    if (time.until === undefined) return { at };
    const endDay = fullDay(time.until, day ?? anchor) ?? rolled(day, time.at.clock, time.until.clock);
    return { at, until: instantField(context, time.until, time, endDay, own === null ? origin : null, place) };
  };
  return { setDay, settle };
}

/**
 * The day of a clock in another zone than the row before: the first on which its instant is not far behind. The clocks
 * themselves tell nothing: 03:05 in San Francisco comes after 10:00 in London.
 */
function dayElsewhere(
  before: { readonly day: string; readonly clock: string; readonly distance: number },
  clock: string,
  distance: number,
): string {
  const back = minutesOf(before.clock) - before.distance - (minutesOf(clock) - distance);
  const days = [-1, 0, 1].find((later) => back - later * DAY_MINUTES < OVER_MIDNIGHT_MINUTES) ?? 1;
  return addDays(before.day, days);
}

function reportOrder(context: Context, place: Place): void {
  const message =
    'This row is earlier than the one before it. The order of the text is kept; check the time if that was not meant.';
  context.report({ code: 'time-order', message, place });
}

/** Where no day is known, a clock that falls far back may simply be the next morning's. */
function mayBeNextDay(day: string | null, from: string | null, to: string): boolean {
  return day === null && from !== null && minutesOf(from) - minutesOf(to) >= OVER_MIDNIGHT_MINUTES;
}

function rolled(day: string | null, from: string | undefined, to: string | undefined): string | null {
  if (day === null || from === undefined || to === undefined) return day;
  return minutesOf(from) - minutesOf(to) >= OVER_MIDNIGHT_MINUTES ? addDays(day, 1) : day;
}

/** `YYYY-MM-DD` of a moment; a missing year is the one that brings it closest to the days around it. */
function fullDay({ year, month, day }: Moment, near: string | null): string | null {
  if (month === undefined || day === undefined) return null;
  if (year !== undefined) return dayText(year, month, day);
  return near === null ? null : dayText(nearestYear(month, day, near), month, day);
}

function instantField(
  context: Context,
  moment: Moment,
  time: TimeReading,
  day: string | null,
  dayOrigin: Place | null,
  place: Place | null,
): Field<Instant> {
  if (place === null) return absent;
  const inner = trim(context.flat, place.from, place.to);
  const written = context.text.slice(inner.from, inner.to);
  if (moment.clock === undefined && (day === null || dayOrigin !== null))
    return unknown(time.problem ?? 'unreadable', written, inner);
  const offset = moment.zone === undefined ? null : zoneOffset(moment.zone);
  const value: Instant = {
    ...(day !== null && { day }),
    ...(moment.clock !== undefined && { clock: moment.clock }),
    ...(moment.zone !== undefined && { zone: moment.zone }),
    ...(offset !== null && { offsetMinutes: offset }),
    ...(time.approximate && { approximate: true }),
  };
  return { state: 'known', value, written, places: dayOrigin === null ? [inner] : [inner, dayOrigin], source: 'text' };
}

/** What to tell a writer about a date that cannot be taken as it is. */
export function dateComplaint(problem: 'impossible' | 'ambiguous', written: string): string {
  return problem === 'impossible'
    ? `“${written}” is not a day in any calendar. It is kept as written; correct the day or the month.`
    : `“${written}” can be read with the day or the month first. Write it as YYYY-MM-DD to be sure.`;
}

function report(context: Context, problem: 'impossible' | 'ambiguous', place: Place | null): void {
  if (place === null) return;
  const written = context.text.slice(place.from, place.to);
  const message = dateComplaint(problem, written);
  context.report({ code: problem === 'impossible' ? 'impossible-date' : 'ambiguous-date', message, place });
}
