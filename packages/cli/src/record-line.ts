import type { IncidentRecord } from '@debrief/core';

/**
 * A record with the time at which it was made, as one line.
 *
 * @param json the record as JSON
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function recordLine(json: string, now: number): string {
  return `${now} ${json}`;
}

/**
 * The record of a line as of now; null where the line is broken, or the record has to be made anew. What was not over when
 * it was made has lasted longer by the time since; of a time before that nothing is known, nor of what had not begun then.
 */
export function recordFromLine(line: string, now: number): IncidentRecord | null {
  const space = line.indexOf(' ');
  const at = Number(line.slice(0, space));
  const record = parsed(line.slice(space + 1));
  if (record === null || !Number.isFinite(at)) return null;
  if (at === now) return record;
  if (record.numbers.some(({ reason }) => reason === 'startInFuture')) return null;
  if (!record.numbers.some(({ state }) => state === 'open')) return record;
  return now < at ? null : { ...record, numbers: later(record.numbers, (now - at) / 60_000) };
}

function later(numbers: IncidentRecord['numbers'], minutes: number): IncidentRecord['numbers'] {
  return numbers.map((number) =>
    number.state === 'open' && number.value !== null && number.unit === 'minutes'
      ? { ...number, value: number.value + minutes }
      : number,
  );
}

function parsed(json: string): IncidentRecord | null {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const LISTS = ['services', 'teams', 'factors', 'anchors', 'numbers', 'impacts', 'actions', 'links'] as const;
const COUNTING: ReadonlySet<unknown> = new Set(['counted', 'dismissed', 'merged', 'empty']);

/** Whether a value has the shape of a record, as far as figures rely on it. */
function isRecord(value: unknown): value is IncidentRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  const start = record['start'] as { readonly at?: unknown; readonly day?: unknown } | null;
  return (
    typeof record['file'] === 'string' &&
    COUNTING.has(record['counting']) &&
    LISTS.every((key) => Array.isArray(record[key])) &&
    (start === null || (typeof start === 'object' && Number.isFinite(start.at) && typeof start.day === 'string'))
  );
}
