import type { Note } from './decoding.ts';
import { instantOf } from './instant.ts';
import { isRecord } from './lenient.ts';
import { limits } from './limits.ts';

// After every instant that can be written.
const LAST = '~';

/**
 * The entries of a list that are alerts, the one that started first in front: its start is the start of the group. More
 * than can be kept are cut at the end, before anything costly is done with them. `startName` is the key of the start,
 * and an alert has at least one of `telling` keys.
 */
export function earliestFirst(
  entries: readonly unknown[],
  startName: string,
  telling: readonly string[],
  note: Note,
): readonly Readonly<Record<string, unknown>>[] {
  const alerts = entries.filter(isRecord).filter((alert) => telling.some((key) => saysSomething(alert[key])));
  const strange = entries.length - alerts.length;
  if (strange > 0) note(`Of ${entries.length} alerts, ${strange} had no ${telling.join(' or ')} and were left out.`);
  if (alerts.length > limits.alerts)
    note(`There are ${alerts.length} alerts; the ${limits.alerts} that started first were kept.`);
  return alerts
    .map((alert) => ({ alert, start: instantOf(alert[startName]) ?? LAST }))
    .toSorted((one, other) => (one.start < other.start ? -1 : Number(one.start > other.start)))
    .slice(0, limits.alerts)
    .map(({ alert }) => alert);
}

function saysSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== '';
}
