import { valuesFault } from './faults.ts';

/** How long each was followed, and whether it ended then (true or 1) or was still open when last seen (false or 0). */
export interface Lifetimes {
  readonly times: readonly number[];
  readonly observed: readonly (boolean | 0 | 1)[];
}

/** What happened at one time: so many were still followed just before, and so many of them ended. */
export interface EventTime {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
}

/** Says what is wrong with lifetimes, or null. */
export function lifetimesFault(lifetimes: Lifetimes): string | null {
  const fault = valuesFault(lifetimes?.times);
  if (fault !== null) return fault;
  const { times, observed } = lifetimes;
  if (times.length !== observed?.length) return 'Each time needs to be observed or not.';
  return times.some((time) => time < 0) ? 'A time lies before the start.' : null;
}

/** The times at which something ended, in their order. What was last seen open at such a time was at risk then. */
export function eventTimes({ times, observed }: Lifetimes): readonly EventTime[] {
  const order = times.map((time, index) => ({ time, ended: Boolean(observed[index]) }));
  order.sort((a, b) => a.time - b.time);
  const found: EventTime[] = [];
  for (let index = 0; index < order.length;) {
    const time = order[index]?.time ?? 0;
    const atRisk = order.length - index;
    let events = 0;
    for (; order[index]?.time === time; index += 1) events += order[index]?.ended === true ? 1 : 0;
    if (events > 0) found.push({ time, atRisk, events });
  }
  return found;
}
