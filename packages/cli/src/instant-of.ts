const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * An instant that a person typed, as ISO 8601 in UTC; null where it cannot be understood. Without a zone it is UTC,
 * without a clock midnight.
 *
 * @example instantOf('2026-05-01 12:02 +02:00', now) // '2026-05-01T10:02:00.000Z'
 */
export function instantOf(written: string, now: string): string | null {
  const text = written.trim();
  if (/^now$/i.test(text)) return now;
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const [, day = '', hours = '00', minutes = '00', seconds = '00', zone = 'Z'] = match;
  const offset = /^(?:z|utc)$/i.test(zone) ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const time = Date.parse(`${day}T${hours}:${minutes}:${seconds}${offset}`);
  const isReal = !Number.isNaN(time) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  return isReal ? new Date(time).toISOString() : null;
}
