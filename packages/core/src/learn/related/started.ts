import { type Instant, type Postmortem, valueOf } from '../../model/index.ts';

/** When an incident began, as far as its text says. */
export interface Started {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Minutes since 1970 in UTC, where clock and zone are known. */
  readonly minute?: number;
}

const FIRST = ['impactStart', 'trigger', 'alerted', 'detected'] as const;

/** When an incident began: the start of its impact, else the first that is known of it, else the date of the document. */
export function startedOf({ instants, date }: Postmortem): Started | null {
  for (const name of FIRST) {
    const instant = valueOf(instants[name]);
    const day = instant?.day;
    if (instant !== null && day !== undefined) return { day, ...minuteOf(instant, day) };
  }
  const day = valueOf(date);
  return day === null ? null : { day };
}

function minuteOf({ clock, offsetMinutes }: Instant, day: string): { readonly minute?: number } {
  if (clock === undefined || offsetMinutes === undefined) return {};
  const minute = Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`) / 60_000 - offsetMinutes;
  return Number.isFinite(minute) ? { minute } : {};
}

/** Whether one began after the other; of two on one day without a clock neither did. */
export function isLater(one: Started, other: Started): boolean {
  if (one.minute !== undefined && other.minute !== undefined) return one.minute > other.minute;
  return one.day > other.day;
}
