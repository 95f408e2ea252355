import { fold, type Lexicon } from '../vocabulary/index.ts';
import { minutesOf } from './calendar.ts';
import { timeAt } from './time.ts';
import { zoneOffset } from '../model/zone-offset.ts';

const MINUTES = { second: 1 / 60, minute: 1, hour: 60, day: 1_440, week: 10_080, month: 43_200 } as const;
const LEADING =
  /^[\s~≈<>=*_`(（约約]*(?:(?:ca|circa|approx(?:imately)?|about|around|roughly|some|nearly|almost|over|under|more than|less than|environ|etwa|rund|ungef[aä]hr|unos|unas|aproximadamente|cerca de|cirka|omtrent|大约|およそ)\.?\s+)?[~≈]?\s*/iu;
const PART = /(\d+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+)\s*(\p{L}+)\.?/uy;
const GAP = /\s*(?:,|&|\+|and|und|et|y|e|og)?\s*/iy;
const CLOCK_FORM = /^(\d{1,3}):(\d{2}):(\d{2})(?!\d)/;
const BARE = /^(\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)\s*(?:$|[([;,[^])/;
const RANGE = /^\d+(?:[.,]\d+)?\s*(?:\p{L}{1,8}\.?\s*|\.\s*)?(?:-|–|—|to|a|bis|à|〜|~)\s*\d+(?:[.,]\d+)?\s*\p{L}/u;

/**
 * The minutes that a text begins with: `2 hours 15 minutes`, `1h 12m`, `13.33 min`, `約 1 時間 7 分`, `11 Days`,
 * `14:23 – 15:10 UTC`, or a bare number, which means minutes. Null where it begins with something else or gives two.
 *
 * @example durationMinutes(lexicon, '~2h (partial)') // 120
 */
export function durationMinutes(lexicon: Lexicon, text: string, dayFirst: boolean | null): number | null {
  const start = text.length - text.replace(LEADING, '').length;
  const rest = text.slice(start, start + 200);
  if (RANGE.test(rest)) return null;
  const summed = sumOfParts(lexicon, rest);
  if (summed !== null) return round(summed);
  const clock = CLOCK_FORM.exec(rest);
  if (clock !== null) return round(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3]) / 60);
  const between = minutesBetween(lexicon, rest, dayFirst);
  if (between !== null) return between;
  const bare = BARE.exec(rest);
  return bare === null ? null : numberOf(bare[1] ?? '');
}

/** `1,234` has a thousand in it, `1,5` a half. */
function numberOf(written: string): number {
  return Number(/^\d{1,3}(?:,\d{3})+$/.test(written) ? written.replaceAll(',', '') : written.replace(',', '.'));
}

function sumOfParts(lexicon: Lexicon, text: string): number | null {
  let at = 0;
  let total = 0;
  let parts = 0;
  let last: keyof typeof MINUTES | null = null;
  for (;;) {
    PART.lastIndex = at;
    const match = PART.exec(text);
    const unit = match === null ? undefined : unitOf(lexicon, match[2] ?? '');
    if (match === null || unit === undefined) return parts === 0 ? null : total + minutesLeft(text.slice(at), last);
    const [whole, number = ''] = match;
    total += numberOf(number) * MINUTES[unit.name];
    parts += 1;
    last = unit.name;
    at += whole.length - (match[2] ?? '').length + unit.length;
    GAP.lastIndex = at;
    at += GAP.exec(text)?.[0].length ?? 0;
  }
}

/** `1h12` and `2 h 15`: minutes whose unit was left out behind the hours. */
function minutesLeft(text: string, last: keyof typeof MINUTES | null): number {
  const match = last === 'hour' ? /^(\d{1,2})(?![\d:.,\p{L}])/u.exec(text) : null;
  return Number(match?.[1] ?? 0);
}

/** `時間7分` runs on without a space, so the longest known unit that the letters begin with counts. */
function unitOf(
  lexicon: Lexicon,
  letters: string,
): { readonly name: keyof typeof MINUTES; readonly length: number } | undefined {
  const whole = lexicon.units.get(fold(letters));
  if (whole !== undefined) return { name: whole, length: letters.length };
  if (/^\p{Script=Latin}/u.test(letters)) return undefined;
  for (let length = Math.min(letters.length, 4); length > 0; length -= 1) {
    const name = lexicon.units.get(fold(letters.slice(0, length)));
    if (name !== undefined) return { name, length };
  }
  return undefined;
}

function minutesBetween(lexicon: Lexicon, text: string, dayFirst: boolean | null): number | null {
  const reading = timeAt(lexicon, text, 0, { dayFirst });
  if (reading?.until?.clock === undefined || reading.at.clock === undefined) return null;
  const { at, until } = reading;
  const days = dayDistance(at, until);
  const minutes =
    minutesOf(until.clock ?? '') - minutesOf(at.clock ?? '') + days * 1_440 - zoneDistance(at.zone, until.zone);
  if (minutes < 0 && days !== 0) return null;
  return round(minutes < 0 ? minutes + 1_440 : minutes);
}

/** Minutes that the zone of the end lies east of the zone of the start, where both are written and certain. */
function zoneDistance(from: string | undefined, to: string | undefined): number {
  const [a, b] = [from, to].map((zone) => (zone === undefined ? null : zoneOffset(zone)));
  return a === null || b === null || a === undefined || b === undefined ? 0 : b - a;
}

function dayDistance(
  a: { readonly year?: number; readonly month?: number; readonly day?: number },
  b: typeof a,
): number {
  if (a.day === undefined || b.day === undefined || a.month === undefined || b.month === undefined) return 0;
  const year = a.year ?? b.year ?? 2024;
  return Math.round((Date.UTC(b.year ?? year, b.month - 1, b.day) - Date.UTC(year, a.month - 1, a.day)) / 86_400_000);
}

function round(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}
