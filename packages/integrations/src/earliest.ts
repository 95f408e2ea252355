import type { Note } from './decoding.ts';
import { instantOf } from './instant.ts';
import { isRecord } from './lenient.ts';
import { limits } from './limits.ts';

// After every instant that can be written.
const LAST = '~';

/**
 * The entries of a group of alerts that are objects, the one that started first in front: its start is the start of the
 * group. More than can be kept are cut at the end, before anything costly is done with them.
 */
export function earliestFirst(entries: readonly unknown[], note: Note): readonly unknown[] {
  const alerts = entries.filter(isRecord);
  const strange = entries.length - alerts.length;
  if (strange > 0) note(`${strange} of ${entries.length} alerts had no keys and were left out.`);
  if (alerts.length > limits.alerts)
    note(`There are ${alerts.length} alerts; the ${limits.alerts} that started first were kept.`);
  return alerts
    .map((alert) => ({ alert, start: instantOf(alert['startsAt']) ?? LAST }))
    .toSorted((one, other) => (one.start < other.start ? -1 : Number(one.start > other.start)))
    .slice(0, limits.alerts)
    .map(({ alert }) => alert);
}
