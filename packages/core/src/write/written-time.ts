import type { Instant } from '../model/index.ts';
import { zoneOffset } from '../model/zone-offset.ts';

/** A moment as a change gives it. */
export interface GivenTime {
  readonly day?: string;
  readonly clock?: string;
  readonly zone?: string;
}

const GIVEN =
  /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]+|$))?(?:(\d{1,2}:\d{2}(?::\d{2})?)(?:\s?(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5}(?:[+-]\d{1,2})?))?)?$/;

/** Reads `14:05`, `2026-05-01T14:05Z`, `2026-05-01 14:05 CET` or `2026-05-01`; null for anything else. */
export function givenTime(text: string): GivenTime | null {
  const match = GIVEN.exec(text.trim());
  const [, day, clock, zone] = match ?? [];
  if (match === null || (day === undefined && clock === undefined)) return null;
  const [hours = '', minutes = '', seconds] = clock?.split(':') ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  return {
    ...(day !== undefined && { day }),
    ...(clock !== undefined && { clock: clock.padStart(clock.length + 2 - hours.length, '0') }),
    ...(zone !== undefined && { zone: zone === 'Z' ? 'UTC' : zone }),
  };
}

/** Whether an instant that was read is the one that was given. */
export function isGiven(instant: Instant, { day, clock, zone }: GivenTime): boolean {
  const sameZone =
    zone === undefined ||
    instant.zone === zone ||
    (instant.offsetMinutes !== undefined && instant.offsetMinutes === zoneOffset(zone));
  return (
    (day === undefined || instant.day === day) &&
    instant.clock === clock &&
    sameZone &&
    instant.approximate === undefined
  );
}

const DAY = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/;
const CLOCK = /(\d{1,2})([:：.h])(\d{2})(?:[:：](\d{2}))?(?![\d.])(\s?[ap]\.?m\.?(?![a-z]))?/i;
const RANGE = /(?<!\s)\s*(?:[-–—~～→]{1,2}>?|->|to|until|bis|hasta)\s*(?=\d)/i;

/** The ways to write a time: in the manner of another one, then as `14:05` and `2026-05-01 14:05`. */
export function* waysToTell(at: GivenTime, until: GivenTime | null, sample: string | null): Generator<string> {
  const seen = new Set<string>();
  for (const way of allWays(at, until, sample)) {
    if (!seen.has(way)) yield way;
    seen.add(way);
  }
}

function* allWays(at: GivenTime, until: GivenTime | null, sample: string | null): Generator<string> {
  const dash = RANGE.exec(sample ?? '')?.[0] ?? ' – ';
  const like = sample === null ? null : likeSample(at, firstOf(sample), at.zone === undefined);
  const short = [at.clock ?? at.day, at.zone].filter((part) => part !== undefined).join(' ');
  const long = [at.day, at.clock, at.zone].filter((part) => part !== undefined).join(' ');
  for (const start of [like, short, long]) {
    if (start === null) continue;
    if (until === null) yield start;
    else {
      const end =
        (sample === null
          ? null
          : likeSample(
              { ...until, ...(until.clock === undefined ? {} : { day: undefined }) } as GivenTime,
              clockOf(firstOf(sample)),
              true,
            )) ??
        until.clock ??
        '';
      yield `${start}${dash}${end}`;
      yield `${start}${dash}${[until.day, until.clock, until.zone].filter((part) => part !== undefined).join(' ')}`;
    }
  }
}

/** The first of two times of a range. */
function firstOf(sample: string): string {
  const clock = CLOCK.exec(sample);
  if (clock === null) return sample;
  const end = clock.index + clock[0].length;
  return RANGE.test(sample.slice(end)) ? sample.slice(0, end) : sample;
}

function clockOf(sample: string): string {
  return CLOCK.exec(sample.replace(DAY, ''))?.[0] ?? sample;
}

/** A time written as another one is: its date form, its clock form, its words and zone. Null where that cannot be. */
function likeSample({ day, clock, zone }: GivenTime, sample: string, keepsZone: boolean): string | null {
  const date = DAY.exec(sample);
  const rest =
    date === null
      ? sample
      : sample.slice(0, date.index) + '\u0000'.repeat(date[0].length) + sample.slice(date.index + date[0].length);
  const found = CLOCK.exec(rest);
  if (clock === undefined)
    return date === null || found !== null || day === undefined ? null : sample.replace(DAY, dayLike(day, date));
  if (found === null) return null;
  const end = found.index + found[0].length;
  const behind = keepsZone ? sample.slice(end) : zone === undefined ? '' : ` ${zone}`;
  const before = sample.slice(0, found.index);
  const written = clockLike(clock, found);
  return (
    (date === null || day === undefined ? before : before.replace(DAY, dayLike(day, date))).replace(
      /[~≈]|\b(?:ca|about|around|approx)\b\.?\s*/gi,
      '',
    ) +
    written +
    behind
  );
}

function dayLike(day: string, [, , separator = '-', month = '00']: RegExpExecArray): string {
  const [y = '', m = '', d = ''] = day.split('-');
  return month.length === 1 ? [y, String(Number(m)), String(Number(d))].join(separator) : [y, m, d].join(separator);
}

function clockLike(clock: string, [, hour = '', separator = ':', , seconds, meridiem]: RegExpExecArray): string {
  const [hh = '00', mm = '00', ss] = clock.split(':');
  const shown = meridiem === undefined ? Number(hh) : Number(hh) % 12 || 12;
  const padded = String(shown).padStart(
    hour.length === 2 && (meridiem === undefined || hour.startsWith('0')) ? 2 : 1,
    '0',
  );
  const long = meridiem !== undefined || hour.length === 2 || shown > 9 ? padded : String(shown);
  const tail = ss === undefined ? (seconds === undefined ? '' : `:00`) : `:${ss}`;
  const half =
    meridiem === undefined
      ? ''
      : meridiem.replace(/[ap]/i, (letter) => matchCase(Number(hh) >= 12 ? 'p' : 'a', letter));
  return `${long}${separator}${mm}${tail}${half}`;
}

function matchCase(letter: string, like: string): string {
  return like === like.toUpperCase() ? letter.toUpperCase() : letter;
}
