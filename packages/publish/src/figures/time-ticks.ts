import { monthName } from '../words/day-words.ts';

const MINUTE = 60_000;
const DAY = 1_440;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY];

export interface TimeTick {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** In UTC: a clock; the day at midnight. */
  readonly words: string;
}

/** Round times within a stretch, at most `most` of them. */
export function timeTicks(
  { from, to }: { readonly from: number; readonly to: number },
  most: number,
): readonly TimeTick[] {
  const least = (to - from) / MINUTE / most;
  const step = (STEPS.find((minutes) => minutes >= least) ?? Math.ceil(least / (365 * DAY)) * 365 * DAY) * MINUTE;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => {
    const at = first + index * step;
    return { at, words: tickWords(at, step >= DAY * MINUTE) };
  });
}

function tickWords(at: number, isDay: boolean): string {
  const written = new Date(at).toISOString();
  const clock = written.slice(11, 16);
  return isDay || clock === '00:00' ? `${Number(written.slice(8, 10))} ${monthName(written.slice(0, 7))}` : clock;
}
