import { type EventValues, type Field, type Refusal, type TimelineEvent } from '../model/index.ts';
import type { Examined } from '../read/read.ts';
import { type Ranges, touches } from './differences.ts';
import { refusal } from './refusal.ts';
import { type GivenTime, givenTime, isGiven } from './written-time.ts';
import { normalized } from './written-value.ts';

/** The times that a change gives to an event. */
export interface EventTimes {
  readonly at: GivenTime | null;
  readonly until: GivenTime | null;
}

export function timesOf({ at, until }: EventValues): EventTimes | Refusal {
  const times = {
    at: at === undefined || at === '' ? null : givenTime(at),
    until: until === undefined || until === '' ? null : givenTime(until),
  };
  for (const [given, read] of [
    [at, times.at],
    [until, times.until],
  ] as const) {
    if (given !== undefined && given !== '' && read === null)
      return refusal(
        'invalid-value',
        `“${given.slice(0, 60)}” is not a time. Write it as 14:05 or 2026-05-01 14:05 UTC.`,
      );
  }
  return times;
}

/** Whether an event says what a change gives to it; null where it does, else what it says instead. */
export function eventFault(event: TimelineEvent, values: EventValues, times: EventTimes): string | null {
  for (const name of ['text', 'action', 'actor'] as const) {
    const wanted = values[name];
    if (wanted === undefined) continue;
    if (saysSo(event[name], normalized(wanted))) continue;
    if (name !== 'text' && isAbsent(event[name])) return `this timeline has no place for its ${name}`;
    return `its ${name} would be read as ${shown(event[name])}`;
  }
  for (const name of ['at', 'until'] as const) {
    const wanted = times[name];
    const field = event[name];
    if (wanted === null) continue;
    if (field?.state !== 'known' || !isGiven(field.value, wanted)) return `its time would be read otherwise`;
  }
  if (values.until === '' && event.until !== undefined) return 'it would keep its end';
  return null;
}

function isAbsent(field: Field<string>): boolean {
  return field.state === 'unknown' && field.reason === 'absent';
}

export function saysSo(field: Field<string>, wanted: string): boolean {
  return wanted === '' ? field.state !== 'known' : field.state === 'known' && field.value === wanted;
}

export function shown(field: Field<string>): string {
  if (field.state === 'known') return `“${field.value.slice(0, 80)}”`;
  return field.state === 'unknown' ? `unknown (${field.reason})` : 'not applicable';
}

/** Finds the new event in the ranges that were written: null where it says what it should. */
export function newEventFault(
  after: Examined,
  ranges: Ranges,
  values: EventValues,
  times: EventTimes,
  count: number,
): string | null {
  const { timeline } = after.reading.postmortem;
  if (timeline.length !== count) return `the timeline would have ${timeline.length} events instead of ${count}`;
  const own = timeline.filter(({ place }) => touches(place, ranges.after));
  const faults = own.map((event) => eventFault(event, values, times));
  return faults.length === 0
    ? 'it would not be read as an event'
    : faults.some((fault) => fault === null)
      ? null
      : (faults.at(-1) ?? null);
}
