import { zoneOffset } from '../model/zone-offset.ts';

/** How a written zone turns a clock into an instant: one distance from UTC, or the rules of a place over the year. */
export type ZoneRules =
  | { readonly kind: 'offset'; readonly minutes: number }
  | { readonly kind: 'place'; readonly name: string };

/** Names without a season: which distance they mean depends on the day. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['PT', 'America/Los_Angeles'],
  ['MT', 'America/Denver'],
  ['CT', 'America/Chicago'],
  ['ET', 'America/New_York'],
  ['pacific time', 'America/Los_Angeles'],
  ['mountain time', 'America/Denver'],
  ['central time', 'America/Chicago'],
  ['eastern time', 'America/New_York'],
  ['central european time', 'Europe/Brussels'],
  ['indian standard time', 'Asia/Kolkata'],
  ['japan standard time', 'Asia/Tokyo'],
  ['greenwich mean time', 'Etc/GMT'],
]);

const SEASONS: ReadonlyMap<string, number> = new Map([
  ['pacific standard time', -480],
  ['pacific daylight time', -420],
  ['mountain standard time', -420],
  ['mountain daylight time', -360],
  ['central standard time', -360],
  ['central daylight time', -300],
  ['eastern standard time', -300],
  ['eastern daylight time', -240],
  ['central european standard time', 60],
  ['central european summer time', 120],
]);

/** Cities that the zone's own name writes otherwise. */
const CITIES: ReadonlyMap<string, string> = new Map([
  ['nueva york', 'America/New_York'],
  ['new york', 'America/New_York'],
  ['londres', 'Europe/London'],
  ['los angeles', 'America/Los_Angeles'],
  ['moscou', 'Europe/Moscow'],
  ['moscu', 'Europe/Moscow'],
  ['bruxelles', 'Europe/Brussels'],
  ['bruselas', 'Europe/Brussels'],
  ['lisbonne', 'Europe/Lisbon'],
  ['lisboa', 'Europe/Lisbon'],
  ['geneve', 'Europe/Zurich'],
  ['mexico', 'America/Mexico_City'],
  ['peninsular', 'Europe/Madrid'],
  ['brasilia', 'America/Sao_Paulo'],
  ['colombia', 'America/Bogota'],
  ['argentina', 'America/Argentina/Buenos_Aires'],
  ['chile', 'America/Santiago'],
]);

const EAST_ASIAN: readonly (readonly [RegExp, string])[] = [
  [/^(?:北京|中国)/, 'Asia/Shanghai'],
  [/^台北/, 'Asia/Taipei'],
  [/^香港/, 'Asia/Hong_Kong'],
  [/^新加坡/, 'Asia/Singapore'],
  [/^日本/, 'Asia/Tokyo'],
];

/**
 * The rules behind a zone as people write it: `UTC+2`, `CEST`, `Europe/Oslo`, `heure de Paris`, `Pacific Time`, `PT`.
 * Null where the name means several zones (`IST`, `CST`) or none that is known.
 *
 * @example zoneRules('heure de Paris') // { kind: 'place', name: 'Europe/Paris' }
 */
export function zoneRules(written: string): ZoneRules | null {
  const name = written.trim().slice(0, 100);
  const head = name.replace(/(?<!\s)\s*[(（,;].*$/su, '');
  return rulesOf(name) ?? rulesOf(head) ?? rulesOf(head.split(' ', 1)[0] ?? '');
}

/** No zone lies further from UTC than Kiritimati. */
const FURTHEST_MINUTES = 14 * 60;

function rulesOf(name: string): ZoneRules | null {
  if (name === '') return null;
  const lower = plain(name);
  const minutes = zoneOffset(name) ?? SEASONS.get(lower) ?? null;
  if (minutes !== null) return Math.abs(minutes) <= FURTHEST_MINUTES ? { kind: 'offset', minutes } : null;
  const place =
    PLACES.get(name) ?? PLACES.get(lower) ?? (name.includes('/') ? name : null) ?? cityOf(lower) ?? eastAsian(name);
  return place !== null && isPlace(place) ? { kind: 'place', name: place } : null;
}

function plain(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ');
}

function cityOf(lower: string): string | null {
  const city = /^(?:heure|hora) (?:de |d['’])(.{2,60})$/.exec(lower)?.[1];
  if (city === undefined) return null;
  const last = city.replaceAll(' ', '_');
  const own = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(`/${last}`));
  return CITIES.get(city) ?? own ?? null;
}

function eastAsian(name: string): string | null {
  return EAST_ASIAN.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function isPlace(name: string): boolean {
  return formatterOf(name) !== null;
}

const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** Formatters are slow to make; documents name few zones, and names that are none are few as well. */
function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  if (formatters.size > 1_000) formatters.clear();
  const made = makeFormatter(zone);
  formatters.set(zone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  const numeric = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    return null;
  }
}

/** Milliseconds east of UTC at an instant. */
function distanceAt(zone: string, at: number): number {
  const formatter = formatterOf(zone);
  if (formatter === null) return 0;
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
    formatter.format(at).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}

const DAY = 86_400_000;

/** An instant for a clock of a place, and whether that clock was skipped or came twice when the clocks were changed. */
export interface PlacedClock {
  readonly at: number;
  /** The second time that the clock came. */
  readonly again?: number;
  readonly odd: 'skipped' | 'twice' | null;
}

/**
 * The instant of a local time by the rules of a zone on that day. A clock that was skipped in spring counts with the
 * distance from UTC before the change; of a clock that came twice in autumn the first is taken: what ISO 8601-based
 * calendars (RFC 5545, Temporal `compatible`) do.
 *
 * @param local the clock as milliseconds since 1970-01-01T00:00, as if the zone were UTC
 */
export function placeClock(rules: ZoneRules, local: number): PlacedClock {
  if (rules.kind === 'offset') return { at: local - rules.minutes * 60_000, odd: null };
  const before = distanceAt(rules.name, local - DAY);
  const after = distanceAt(rules.name, local + DAY);
  const fits = [...new Set([before, after])].filter(
    (distance) => distanceAt(rules.name, local - distance) === distance,
  );
  if (fits.length === 0) return { at: local - before, odd: 'skipped' };
  const at = local - Math.max(...fits);
  return fits.length > 1 ? { at, again: local - Math.min(...fits), odd: 'twice' } : { at, odd: null };
}
