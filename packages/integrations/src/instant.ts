import { oneLine } from './clean-text.ts';
import type { Note } from './decoding.ts';

const COMPLETE =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(?:Z|UTC|([+-])(\d\d):?(\d\d))$/i;
const DIGITS = /^\d{9,20}$/;
const FIRST_YEAR = 1971;
const MINUTE = 60_000;

/**
 * An instant in UTC with seconds, from a complete ISO 8601 text with its zone, or from a count since 1970 whose size
 * tells seconds, milliseconds, microseconds or nanoseconds apart. Zero times are absent; anything else that is no
 * instant is absent too, with a note that names it by `name`.
 *
 * @example readInstant('2026-05-01T12:02:00.000+0200', 'startsAt', note) // '2026-05-01T10:02:00Z'
 * @example readInstant('0001-01-01T00:00:00Z', 'endsAt', note) // undefined
 */
export function readInstant(value: unknown, name: string, note: Note): string | undefined {
  if (isZeroTime(value)) return undefined;
  const instant = instantOf(value);
  if (instant === undefined) note(`“${name}” is no complete time and was left out: ${shown(value)}`);
  return instant;
}

/** The same without notes: undefined for whatever is no instant. */
export function instantOf(value: unknown): string | undefined {
  const milliseconds = millisecondsOf(value);
  if (milliseconds === undefined || !Number.isFinite(milliseconds)) return undefined;
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= 9999 ? `${date.toISOString().slice(0, 19)}Z` : undefined;
}

function isZeroTime(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0) return true;
  return typeof value === 'string' && /^(?:0000|0001|1970)-01-01T00:00:00/.test(value);
}

function millisecondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return millisecondsOfCount(value);
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value.trim();
  return DIGITS.test(text) ? millisecondsOfCount(Number(text)) : millisecondsOfIso(text);
}

function millisecondsOfCount(count: number): number | undefined {
  if (count >= 1e17) return count / 1e6;
  if (count >= 1e14) return count / 1e3;
  if (count >= 1e11) return count;
  return count >= 1e8 ? count * 1e3 : undefined;
}

function millisecondsOfIso(text: string): number | undefined {
  const match = COMPLETE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '00', sign, offsetHours = '0', offsetMinutes = '0'] = match;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const local = Date.parse(`${written}Z`);
  // The 31st of February is a day that Date moves on; 24:00 likewise.
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 19) !== written) return undefined;
  if (Number(offsetHours) > 18 || Number(offsetMinutes) > 59) return undefined;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * MINUTE;
  return sign === '-' ? local + offset : local - offset;
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value), 60) : `a ${kindOf(value)}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'group of keys' : typeof value;
}
