import type { IncidentRecord } from '@debrief/core';

/**
 * A record as of a later time: what was not over when it was made has lasted longer by the time since.
 *
 * @param times milliseconds since 1970-01-01T00:00Z
 * @example recordAsOf(record, { made: 0, now: 60_000 }).numbers[0] // { state: 'open', value: 31, unit: 'minutes', … }
 */
export function recordAsOf(
  record: IncidentRecord,
  { made, now }: { readonly made: number; readonly now: number },
): IncidentRecord {
  const minutes = Math.max(0, now - made) / 60_000;
  const isOpen = record.numbers.some(({ state }) => state === 'open');
  if (!isOpen || minutes === 0) return record;
  return {
    ...record,
    numbers: record.numbers.map((number) =>
      number.state === 'open' && number.value !== null && number.unit === 'minutes'
        ? { ...number, value: number.value + minutes }
        : number,
    ),
  };
}
