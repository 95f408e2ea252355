import { calendarUnits, type ObjectiveWindow } from '../model/service-level-objective.ts';

/**
 * A window as people write it, or null.
 *
 * @example objectiveWindow('30d') // { kind: 'rolling', days: 30 }
 * @example objectiveWindow('calendar month') // { kind: 'calendar', unit: 'month' }
 */
export function objectiveWindow(written: string): ObjectiveWindow | null {
  const [, number, letter] = /^ {0,3}(\d{1,4}) ?(d|days?|w|weeks?) {0,3}$/i.exec(written) ?? [];
  const days = Number(number) * (letter?.toLowerCase().startsWith('w') === true ? 7 : 1);
  if (days >= 1 && days <= 3660) return { kind: 'rolling', days };
  const unit = calendarUnits.find((each) => written.trim().toLowerCase() === `calendar ${each}`);
  return unit === undefined ? null : { kind: 'calendar', unit };
}

const MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * The milliseconds of a short duration with its unit, or null.
 *
 * @example milliseconds('300ms') // 300
 * @example milliseconds('1.5 h') // 5_400_000
 */
export function milliseconds(written: string): number | null {
  const [, number, unit = ''] = /^(\d{1,9}(?:\.\d{1,6})?) ?(ms|s|min|m|h|d)$/.exec(written.trim()) ?? [];
  const found = Number(number) * (MILLISECONDS[unit] ?? 0);
  return found > 0 ? found : null;
}
