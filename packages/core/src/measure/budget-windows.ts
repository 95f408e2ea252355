import type { ObjectiveWindow } from '../model/index.ts';
import { calendarWindows } from './calendar-window.ts';
import { rollingWindow } from './rolling-window.ts';
import type { BudgetWindow, TimeInterval } from './bad-interval.ts';

/**
 * The windows over which an incident is set against an objective: each part of the calendar that it touches, or the last
 * so many days when it ended.
 *
 * @example budgetWindows({ kind: 'calendar', unit: 'month' }, incident).map(({ name }) => name) // ['2026-01', '2026-02']
 */
export function budgetWindows(window: ObjectiveWindow, incident: TimeInterval): readonly BudgetWindow[] {
  return window.kind === 'calendar'
    ? calendarWindows(window.unit, incident)
    : [rollingWindow(window.days, incident.to)];
}
