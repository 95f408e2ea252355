import { badMinutesUpTo, type Weighing } from './intervals.ts';
import { type BadInterval, type BudgetWindow, DAY, type TimeInterval } from './bad-interval.ts';

/**
 * The last so many days before an instant.
 *
 * @example rollingWindow(30, Date.UTC(2026, 2, 1)).name // '30 days to 2026-03-01T00:00Z'
 */
export function rollingWindow(days: number, to: number): BudgetWindow {
  const end = new Date(to);
  const written = Number.isNaN(end.getTime()) ? '?' : `${end.toISOString().slice(0, 16)}Z`;
  return { from: to - days * DAY, to, name: `${days} ${days === 1 ? 'day' : 'days'} to ${written}` };
}

/**
 * Of all windows of so many days that hold an incident whole, the one with the most bad minutes; where several have as
 * many, the earliest. Of an incident longer than the window it is one that lies within it. Bad minutes change their slope only
 * where an interval begins or ends at either edge of the window, so only those windows are tried.
 *
 * @example worstRollingWindow({ days: 30, intervals, incident }) // { from, to, name: '30 days to 2026-03-01T00:00Z' }
 */
export function worstRollingWindow({
  days,
  intervals,
  incident,
  weighing = 'weighted',
}: {
  readonly days: number;
  readonly intervals: readonly BadInterval[];
  readonly incident: TimeInterval;
  readonly weighing?: Weighing;
}): BudgetWindow {
  const length = days * DAY;
  const [first, last] = [incident.to, incident.from + length].toSorted((a, b) => a - b) as [number, number];
  const upTo = badMinutesUpTo(intervals, weighing);
  const ends = intervals
    .flatMap(({ from, to }) => [from, to, from + length, to + length])
    .filter((end) => end > first && end <= last)
    .toSorted((a, b) => a - b);
  let worst = { end: first, bad: upTo(first) - upTo(first - length) };
  for (const end of ends) {
    const bad = upTo(end) - upTo(end - length);
    if (bad > worst.bad + TOLERANCE) worst = { end, bad };
  }
  return rollingWindow(days, worst.end);
}

/** Sums of the same minutes in another order may differ in their last digits. */
const TOLERANCE = 1e-9;
