import type { calendarUnits } from '../model/service-level-objective.ts';
import { type BudgetWindow, DAY, type TimeInterval } from './bad-interval.ts';

type CalendarUnit = (typeof calendarUnits)[number];

/**
 * The week (from Monday, ISO 8601), month, quarter or year in UTC that holds an instant. UTC has no summer time, so every
 * day of a window has 24 hours.
 *
 * @example calendarWindow('month', Date.UTC(2026, 1, 3)) // { from: 1 February, to: 1 March, name: '2026-02' }
 */
export function calendarWindow(unit: CalendarUnit, at: number): BudgetWindow {
  return WINDOWS[unit](new Date(at));
}

/**
 * The windows of the calendar that an interval touches, in order. An interval without length touches the one it stands in.
 *
 * @example calendarWindows('month', { from: Date.UTC(2026, 0, 31, 23, 40), to: Date.UTC(2026, 1, 1, 0, 30) }) // January, February
 */
export function calendarWindows(unit: CalendarUnit, { from, to }: TimeInterval): readonly BudgetWindow[] {
  const windows = [calendarWindow(unit, from)];
  for (let end = windows[0]?.to ?? to; end < to;) {
    const next = calendarWindow(unit, end);
    windows.push(next);
    end = next.to;
  }
  return windows;
}

const WINDOWS: Readonly<Record<CalendarUnit, (date: Date) => BudgetWindow>> = {
  week: (date) => {
    const midnight = Math.floor(date.getTime() / DAY) * DAY;
    const monday = midnight - ((date.getUTCDay() + 6) % 7) * DAY;
    return { from: monday, to: monday + 7 * DAY, name: weekName(monday) };
  },
  month: (date) => {
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    return { from: firstOf(year, month), to: firstOf(year, month + 1), name: `${yearName(year)}-${two(month + 1)}` };
  },
  quarter: (date) => {
    const [year, quarter] = [date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3)];
    const month = quarter * 3;
    return { from: firstOf(year, month), to: firstOf(year, month + 3), name: `${yearName(year)}-Q${quarter + 1}` };
  },
  year: (date) => {
    const year = date.getUTCFullYear();
    return { from: firstOf(year, 0), to: firstOf(year + 1, 0), name: yearName(year) };
  },
};

/** The week belongs to the year in which its Thursday lies. */
function weekName(monday: number): string {
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const firstThursday = firstOf(year, 0) + ((11 - new Date(firstOf(year, 0)).getUTCDay()) % 7) * DAY;
  return `${yearName(year)}-W${two(Math.round((monday + 3 * DAY - firstThursday) / (7 * DAY)) + 1)}`;
}

/** The first midnight of a month. `Date.UTC` takes the years 0 to 99 for those of the twentieth century; this does not. */
function firstOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

function yearName(year: number): string {
  return String(year).padStart(4, '0');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
