import type { ObjectiveWindow } from '../model/service-level-objective.ts';

const MILLISECONDS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  // OpenSLO leaves the length of these to whoever reads it.
  M: 30 * 86_400_000,
  Q: 90 * 86_400_000,
  Y: 365 * 86_400_000,
};

const CALENDAR: Readonly<Record<string, 'week' | 'month' | 'quarter' | 'year'>> = {
  '1w': 'week',
  '7d': 'week',
  '1M': 'month',
  '1Q': 'quarter',
  '3M': 'quarter',
  '4Q': 'year',
  '12M': 'year',
  '1Y': 'year',
};

/**
 * The milliseconds of a duration in the shorthand of OpenSLO: a whole number and one of m, h, d, w, M (30 days),
 * Q (90 days), Y (365 days); case counts. Null for anything else.
 *
 * @example openSloDuration('4w') // 2_419_200_000
 */
export function openSloDuration(written: string): number | null {
  const [, number, unit = ''] = /^([1-9]\d{0,5})([mhdwMQY])$/.exec(written.trim()) ?? [];
  return number === undefined ? null : Number(number) * (MILLISECONDS[unit] ?? 0);
}

/** A window, and what it leaves out of the written one. */
export interface OpenSloWindow {
  readonly window: ObjectiveWindow | null;
  readonly notes: readonly string[];
}

/**
 * The window of an SLO. One of the calendar begins on Monday or the first, in UTC; where the file asks for another
 * beginning that is said.
 */
export function openSloWindow({
  duration,
  isRolling,
  calendar,
}: {
  readonly duration: string;
  readonly isRolling?: boolean;
  readonly calendar?: { readonly startTime?: unknown; readonly timeZone?: string };
}): OpenSloWindow {
  const rolls = isRolling ?? calendar === undefined;
  if (rolls) {
    const window: ObjectiveWindow = { kind: 'rolling', days: (openSloDuration(duration) ?? 0) / 86_400_000 };
    const notes = /[MQY]$/.test(duration.trim())
      ? [`“${duration.trim()}” is counted as ${window.days} days. Write it in d or w to be exact.`]
      : [];
    return { window, notes };
  }
  const unit = CALENDAR[duration.trim()];
  if (unit === undefined)
    return {
      window: null,
      notes: [
        `A calendar window of “${duration.trim()}” is not counted here. Use 1w, 1M, 1Q or 1Y, or isRolling: true.`,
      ],
    };
  const { startTime, timeZone = 'UTC' } = calendar ?? {};
  const isAsked = begins(unit, startTime) && /^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu)$/i.test(timeZone);
  const begin = unit === 'week' ? 'on Monday' : 'on its first day';
  return {
    window: { kind: 'calendar', unit },
    notes: isAsked ? [] : [`Every calendar ${unit} is counted from 00:00 UTC ${begin}, whatever “calendar” says here.`],
  };
}

/** Whether a start time lies where a unit of the calendar begins; one that is not told does. */
function begins(unit: 'week' | 'month' | 'quarter' | 'year', startTime: unknown): boolean {
  if (startTime === undefined) return true;
  const [, year, month, day, rest = ''] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)Z?)?$/.exec(typeof startTime === 'string' ? startTime : '') ??
    [];
  if (year === undefined || !/^[0:]*$/.test(rest)) return false;
  if (unit === 'week') return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay() === 1;
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  return day === '01' && (Number(month) - 1) % months === 0;
}
