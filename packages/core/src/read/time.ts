import { isDay } from '../model/day.ts';
import { fold, type Lexicon } from '../vocabulary/index.ts';
import { zoneAt } from './zone.ts';

/** A moment as far as it is written: any part may be missing. */
export interface Moment {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** `HH:MM` or `HH:MM:SS` */
  readonly clock?: string;
  readonly zone?: string;
}

/** A time, or a range of two, found at the start of a text. */
export interface TimeReading {
  readonly at: Moment;
  readonly until?: Moment;
  readonly approximate: boolean;
  /** Why the date could not be taken: it does not exist, or day and month could be swapped. */
  readonly problem?: 'impossible' | 'ambiguous';
  /** Where the time begins and ends in the text. */
  readonly from: number;
  readonly to: number;
}

export interface TimeOptions {
  readonly dayFirst: boolean | null;
}

const MARKS = /[\s*_`[(（【「<≈~～"“]*/y;
const LETTERS = /[\p{L}.]+/uy;
const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const CJK = /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/y;
const NUMERIC = /(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2})(?![\d:])|(\.)(?![\d.])|(?=,?\s+[(~]?\d{1,2}[:.h]\d{2}))/y;
const DAY_OF_MONTH =
  /(\d{1,2})(?:st|nd|rd|th|er|re|º|ª|\.)?(?:\s*[-–]\s*(\d{1,2})(?:st|nd|rd|th)?)?(?:\s+(?:de|of|d['’]))?[\s-]+(?=\p{L})/uy;
const AFTER_MONTH = /(\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:\s*[-–]\s*(\d{1,2})(?:st|nd|rd|th)?(?![\d:]))?/y;
const YEAR = /(?:\s+(?:de|del|of))?[\s,.-]{1,2}(\d{4})(?![\d:])/y;
const CLOCK = /(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:[.,]\d{1,6})?)?(?!\d)/y;
const HALF_CLOCK = /(\d{1,2}|[\dx?]{2})[:：](?:\?{1,2}|x{2}|X{2})/iy;
const SPOKEN_CLOCK =
  /(\d{1,2})\s?(?:h|hs|時|时|點|点)\s?(\d{2}|\d{1,2}(?=\s?分))?\s?(?:分|min)?(?:\s?(\d{1,2})\s?秒)?(?![\p{L}\d])/uy;
const DOTTED_CLOCK = /(\d{1,2})\.(\d{2})(?!\d)/y;
const MERIDIEM = /\s?([ap])\.?\s?m\b\.?/iy;
const HOUR_MERIDIEM = /(\d{1,2})\s?([ap])\.?m\b\.?/iy;
const ISH = /(?:ish|\+\/-|approx\.?)(?![A-Za-z])/iy;
const GUESSED = /\s*(?:頃|ごろ|左右|前後|[(（](?:推定|estimated|approx\.?|est\.?|ca\.?|aprox\.?|about)[)）])/iy;
const SEPARATOR = /(?:[T_]|\s*,?\s*[·•|]?\s*)/y;
const RANGE = /\s*(?:[\])*_]+\s*)?(?:[-–—~～〜→]{1,2}>?|->)\s*[[(*_]*\s*/y;
const CLOSING = /[\])）】」*_`"”]+/y;

/**
 * Reads the time that a text begins with: dates in ISO, numeric, written and East Asian forms, 12- and 24-hour clocks,
 * zones, ranges and words such as `about`. Answers null where the text begins with something else.
 *
 * @example timeAt(lexicon, '~17:30 UTC', 0, { dayFirst: null }) // { at: { clock: '17:30', zone: 'UTC' }, approximate: true, … }
 */
export function timeAt(lexicon: Lexicon, text: string, start: number, options: TimeOptions): TimeReading | null {
  const first = text.charCodeAt(start);
  if (Number.isNaN(first)) return null;
  let at = start + length(MARKS, text, start);
  let approximate = text.slice(start, at).includes('~') || text.slice(start, at).includes('≈');
  const from = at;
  for (let guard = 0; guard < 3; guard += 1) {
    const word = wordAt(text, at);
    if (word === null) break;
    const folded = fold(word);
    const isApproximate = lexicon.approximately.has(folded);
    if (!isApproximate && !lexicon.at.has(folded) && !lexicon.weekdays.has(folded) && !lexicon.dayParts.has(folded))
      break;
    if (monthAt(lexicon, text, at) !== null || lexicon.beforeNoon.has(folded) || lexicon.afterNoon.has(folded)) break;
    approximate ||= isApproximate;
    at += word.length;
    at += length(/[\s,~≈]*/y, text, at);
  }
  const one = momentAt(lexicon, text, at, options);
  if (one === null) return null;
  const { until, to } = rangeAfter(lexicon, text, one, options);
  const problem = one.problem ?? undefined;
  return {
    at: one.moment,
    approximate: approximate || one.approximate,
    from,
    to,
    ...(until && { until }),
    ...(problem && { problem }),
  };
}

interface MomentReading {
  readonly moment: Moment;
  readonly to: number;
  readonly approximate: boolean;
  readonly problem?: 'impossible' | 'ambiguous';
  /** The last day of a range of days such as `Feb 2-5`. */
  readonly lastDay?: number;
}

function momentAt(lexicon: Lexicon, text: string, start: number, options: TimeOptions): MomentReading | null {
  const date = dateAt(lexicon, text, start, options);
  let at = date?.to ?? start;
  let approximate = false;
  let clock: ClockReading | null = null;
  if (date === null) clock = clockAt(lexicon, text, at);
  else {
    const gap = betweenDateAndClock(lexicon, text, at);
    clock = clockAt(lexicon, text, gap.to);
    if (clock !== null) approximate = gap.approximate;
    else at = gap.dayPartTo;
  }
  if (date === null && clock === null) return null;
  if (clock !== null) at = clock.to;
  const ish = length(ISH, text, at);
  if (ish > 0) {
    approximate = true;
    at += ish;
  }
  const guess = clock === null ? 0 : length(GUESSED, text, at);
  if (guess > 0) {
    approximate = true;
    at += guess;
  }
  const zone = clock === null ? null : zoneAfter(text, at, date !== null);
  if (zone !== null) at = zone.to;
  const late = date === null && clock !== null ? dateAfterClock(lexicon, text, at, options) : null;
  if (late !== null) at = late.to;
  const known = date ?? late;
  const moment: Moment = {
    ...(known?.year !== undefined && { year: known.year }),
    ...(known?.month !== undefined && { month: known.month }),
    ...(known?.day !== undefined && { day: known.day }),
    ...(clock?.clock !== undefined && { clock: clock.clock }),
    ...(zone !== null && { zone: zone.zone }),
  };
  return {
    moment,
    to: at,
    approximate,
    ...(known?.problem && { problem: known.problem }),
    ...(known?.lastDay !== undefined && { lastDay: known.lastDay }),
  };
}

function rangeAfter(
  lexicon: Lexicon,
  text: string,
  one: MomentReading,
  options: TimeOptions,
): { readonly until?: Moment; readonly to: number } {
  if (one.lastDay !== undefined) return { until: { ...one.moment, day: one.lastDay }, to: one.to };
  let at = one.to + length(RANGE, text, one.to);
  if (at === one.to) {
    const gap = one.to + length(/\s+/y, text, one.to);
    const word = wordAt(text, gap);
    if (word === null || !lexicon.until.has(fold(word))) return { to: one.to };
    at = gap + word.length + length(/\s+/y, text, gap + word.length);
    const before = wordAt(text, at);
    if (before !== null && lexicon.at.has(fold(before))) at += before.length + length(/\s+/y, text, at + before.length);
  }
  const half = matchAt(HALF_CLOCK, text, at);
  if (half !== null) return { until: {}, to: at + half[0].length };
  const other = momentAt(lexicon, text, at, options);
  if (
    other === null ||
    (other.moment.clock === undefined && one.moment.clock !== undefined && other.moment.year === undefined)
  )
    return { to: one.to };
  return { until: { ...dateOf(one.moment), ...other.moment }, to: other.to };
}

function dateOf({ year, month, day }: Moment): Moment {
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}

interface DateReading {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly to: number;
  readonly problem?: 'impossible' | 'ambiguous';
  readonly lastDay?: number;
}

function dateAt(lexicon: Lexicon, text: string, at: number, options: TimeOptions): DateReading | null {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) {
    return (
      isoDate(text, at) ?? eastAsianDate(text, at) ?? numericDate(text, at, options) ?? dayMonth(lexicon, text, at)
    );
  }
  return monthDay(lexicon, text, at);
}

function isoDate(text: string, at: number): DateReading | null {
  const match = matchAt(ISO, text, at);
  return match === null ? null : dated(Number(match[1]), Number(match[3]), Number(match[4]), at + match[0].length);
}

function eastAsianDate(text: string, at: number): DateReading | null {
  const match = matchAt(CJK, text, at);
  return match === null
    ? null
    : dated(
        match[1] === undefined ? undefined : Number(match[1]),
        Number(match[2]),
        Number(match[3]),
        at + match[0].length,
      );
}

function numericDate(text: string, at: number, { dayFirst }: TimeOptions): DateReading | null {
  const match = matchAt(NUMERIC, text, at);
  if (match === null) return null;
  const [whole, a = '', separator, b = '', written] = match;
  const year = written === undefined ? undefined : Number(written.length === 2 ? `20${written}` : written);
  const one = Number(a);
  const two = Number(b);
  const to = at + whole.length;
  if (written === undefined && separator === '.' && match[5] === undefined) return null;
  if (separator === '.' || one > 12) return dated(year, two, one, to);
  if (two > 12) return dated(year, one, two, to);
  if (written === undefined)
    return dated(
      year,
      dayFirst === true && separator === '/' ? two : one,
      dayFirst === true && separator === '/' ? one : two,
      to,
    );
  if (one === two || dayFirst === true) return dated(year, two, one, to);
  if (dayFirst === false) return dated(year, one, two, to);
  return separator === '-' ? { ...dated(year, two, one, to), problem: 'ambiguous' } : { to, problem: 'ambiguous' };
}

function dayMonth(lexicon: Lexicon, text: string, at: number): DateReading | null {
  const match = matchAt(DAY_OF_MONTH, text, at);
  if (match === null) return null;
  const month = monthAt(lexicon, text, at + match[0].length);
  if (month === null) return null;
  const year = matchAt(YEAR, text, month.to);
  const to = year === null ? month.to : month.to + year[0].length;
  const reading = dated(year === null ? undefined : Number(year[1]), month.month, Number(match[1]), to);
  return match[2] === undefined ? reading : { ...reading, lastDay: Number(match[2]) };
}

function monthDay(lexicon: Lexicon, text: string, at: number): DateReading | null {
  const month = monthAt(lexicon, text, at);
  if (month === null) return null;
  const gap = length(/[\s-]{1,2}/y, text, month.to);
  const match = gap === 0 ? null : matchAt(AFTER_MONTH, text, month.to + gap);
  if (match === null) return null;
  const after = month.to + gap + match[0].length;
  const year = matchAt(YEAR, text, after);
  const reading = dated(
    year === null ? undefined : Number(year[1]),
    month.month,
    Number(match[1]),
    year === null ? after : after + year[0].length,
  );
  return match[2] === undefined ? reading : { ...reading, lastDay: Number(match[2]) };
}

function dateAfterClock(lexicon: Lexicon, text: string, at: number, options: TimeOptions): DateReading | null {
  const gap = length(/[\s,(]+/y, text, at);
  if (gap === 0) return null;
  let start = at + gap;
  const word = wordAt(text, start);
  if (word !== null && lexicon.at.has(fold(word))) start += word.length + length(/\s+/y, text, start + word.length);
  const date = dateAt(lexicon, text, start, options);
  return date?.year === undefined ? null : date;
}

function dated(year: number | undefined, month: number, day: number, to: number): DateReading {
  const exists = isDay(year ?? 2024, month, day);
  return exists ? { ...(year !== undefined && { year }), month, day, to } : { to, problem: 'impossible' };
}

function monthAt(lexicon: Lexicon, text: string, at: number): { readonly month: number; readonly to: number } | null {
  const word = wordAt(text, at);
  if (word === null) return null;
  const month = lexicon.months.get(fold(word));
  return month === undefined ? null : { month, to: at + word.length };
}

interface ClockReading {
  /** Missing where only the hour is certain (`14:??`). */
  readonly clock?: string;
  readonly to: number;
}

function clockAt(lexicon: Lexicon, text: string, start: number): ClockReading | null {
  let at = start;
  let shift: 'a' | 'p' | null = null;
  const word = wordAt(text, at) ?? unspacedWordAt(lexicon, text, at);
  if (word !== null) {
    const folded = fold(word);
    if (lexicon.afterNoon.has(folded)) shift = 'p';
    else if (lexicon.beforeNoon.has(folded)) shift = 'a';
    else return null;
    at += word.length + length(/\s*/y, text, at + word.length);
  }
  const half = matchAt(HALF_CLOCK, text, at);
  if (half !== null) return { to: at + half[0].length };
  const match =
    matchAt(CLOCK, text, at) ??
    matchAt(SPOKEN_CLOCK, text, at) ??
    (isAfterKl(text, at) || isAlone(text, at) || isAfterYear(text, at) ? matchAt(DOTTED_CLOCK, text, at) : null);
  if (match === null) {
    const hour = matchAt(HOUR_MERIDIEM, text, at);
    const clock = hour === null ? null : clockText(Number(hour[1]), 0, undefined, (hour[2] ?? '').toLowerCase());
    return hour === null || clock === null ? null : { clock, to: at + hour[0].length };
  }
  let to = at + match[0].length;
  const meridiem = matchAt(MERIDIEM, text, to);
  if (meridiem !== null) {
    shift = (meridiem[1] ?? '').toLowerCase() as 'a' | 'p';
    to += meridiem[0].length;
  }
  const clock = clockText(Number(match[1]), Number(match[2] ?? 0), match[3], shift);
  return clock === null ? null : { clock, to };
}

function clockText(hour: number, minute: number, second: string | undefined, meridiem: string | null): string | null {
  let hours = hour;
  if (meridiem === 'p' && hour < 12) hours += 12;
  if (meridiem === 'a' && hour === 12) hours = 0;
  if (hours > 23 || minute > 59) return hours === 24 && minute === 0 ? '24:00' : null;
  const seconds = second === undefined ? '' : `:${second.padStart(2, '0')}`;
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}${seconds}`;
}

/** Norwegian and Danish write `kl 14.05`. */
function isAfterKl(text: string, at: number): boolean {
  return /kl\.?\s*$/i.test(text.slice(Math.max(0, at - 5), at));
}

/** In a cell of its own, `15.30` is a clock as well. */
function isAlone(text: string, at: number): boolean {
  return text.length < 16 && /^\d{1,2}\.\d{2}(?:\s*(?:Uhr|h))?\s*$/.test(text.slice(at));
}

/** Behind a whole date, at the end of its line: `22.02.2024 10.00`. */
function isAfterYear(text: string, at: number): boolean {
  return (
    /\d{4},? $/.test(text.slice(Math.max(0, at - 7), at)) &&
    /^\d{1,2}\.\d{2}(?:\s?(?:Uhr|h))?\s*$/.test(text.slice(at, at + 20))
  );
}

interface Gap {
  readonly to: number;
  /** Where the time ends if no clock follows: behind a word such as `morning`. */
  readonly dayPartTo: number;
  readonly approximate: boolean;
}

function betweenDateAndClock(lexicon: Lexicon, text: string, start: number): Gap {
  let at = start + length(CLOSING, text, start);
  let dayPartTo = start;
  let approximate = false;
  at += length(SEPARATOR, text, at);
  for (let guard = 0; guard < 3; guard += 1) {
    const marks = length(/(?:[(（]\p{L}{1,4}[)）]\s*)?[~≈(（]*/uy, text, at);
    approximate ||= /[~≈]/.test(text.slice(at, at + marks));
    at += marks;
    const word = wordAt(text, at) ?? unspacedWordAt(lexicon, text, at);
    if (word === null) break;
    const folded = fold(word);
    const isPart = lexicon.dayParts.has(folded);
    const isApproximate = lexicon.approximately.has(folded);
    if (!isPart && !isApproximate && !lexicon.at.has(folded) && !lexicon.weekdays.has(folded)) break;
    if (clockAt(lexicon, text, at) !== null) break;
    approximate ||= isApproximate;
    at += word.length;
    if (isPart) dayPartTo = at;
    at += length(/[\s,]*/y, text, at);
  }
  const dash = length(/[-–—]\s+/y, text, at);
  if (dash > 0 && clockAt(lexicon, text, at + dash) !== null) at += dash;
  return { to: at, dayPartTo, approximate };
}

/** A bare offset belongs to a full timestamp only: behind a clock alone, `-11:00` is the other end of a range. */
function zoneAfter(
  text: string,
  start: number,
  mayBeOffset: boolean,
): { readonly zone: string; readonly to: number } | null {
  const gap = length(/\s?[*_`]*\s?[(（]?/y, text, start);
  const found = zoneAt(text, start + gap);
  if (found === null) return null;
  if (/^[+\-−]/.test(found.zone) && (gap > 0 || !mayBeOffset)) return null;
  const close = text[found.to] === ')' || text[found.to] === '）' ? 1 : 0;
  return { zone: found.zone, to: found.to + close };
}

function wordAt(text: string, at: number): string | null {
  LETTERS.lastIndex = at;
  const match = LETTERS.exec(text);
  return match === null ? null : match[0].replace(/(?<!\.)\.+$/, (dots) => (match[0].length > 1 ? dots : ''));
}

/** Scripts without spaces: the longest known word for a part of the day that stands here. */
function unspacedWordAt(lexicon: Lexicon, text: string, at: number): string | null {
  for (let size = 4; size > 0; size -= 1) {
    const word = text.slice(at, at + size);
    if (
      word.length === size &&
      (lexicon.dayParts.has(word) || lexicon.beforeNoon.has(word) || lexicon.afterNoon.has(word))
    )
      return word;
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function length(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.[0].length ?? 0;
}

const CANDIDATE =
  /(?<![\p{L}\p{N}/.-])(?=\d{4}[-/.]\d{1,2}[-/.]\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{1,2}(?:st|nd|rd|th|er|\.|º)?(?:[ -]| de | of )\p{L}{3}|\p{L}{3,10}\.? \d{1,2}|\d{4}\s?年|\d{1,2}\s?月\s?\d)/gu;

/** The first full date anywhere in a text of up to 2,000 characters, with where it stands. */
export function dateIn(lexicon: Lexicon, text: string, options: TimeOptions): TimeReading | null {
  const head = text.slice(0, 2_000);
  for (const match of head.matchAll(CANDIDATE)) {
    const reading = timeAt(lexicon, head, match.index, options);
    if (reading?.at.day !== undefined && reading.at.year !== undefined) return reading;
    if (reading?.problem !== undefined) return reading;
  }
  return null;
}
