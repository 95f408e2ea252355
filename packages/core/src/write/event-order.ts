import { type Instant, instantText, type TimelineEvent } from '../model/index.ts';
import type { GivenTime } from './written-time.ts';

/** Behind the last event that is not later, where all events are timed and in order; else at the end. */
export function indexFor(timeline: readonly TimelineEvent[], at: GivenTime | null): number {
  if (at === null) return timeline.length;
  const known = timeline.flatMap(({ at: field }) => (field.state === 'known' ? [field.value] : []));
  const keys = known.map((instant) => instantText(instant) ?? '');
  const hasDays = known.every(({ day }) => day !== undefined);
  const isSorted =
    known.length === timeline.length && keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key);
  if (!isSorted) return timeline.length;
  const days = new Set(known.map(({ day }) => day));
  const [only] = days;
  const day = at.day ?? (days.size === 1 ? only : (known.at(-1)?.day ?? undefined));
  const own: Instant = {
    ...(day !== undefined && hasDays && { day }),
    ...(at.clock !== undefined && { clock: at.clock }),
  };
  const key = instantText(own) ?? '';
  const later = keys.findIndex((each) => each > key);
  return later < 0 ? timeline.length : later;
}
