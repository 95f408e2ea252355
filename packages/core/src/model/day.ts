const DAY = 86_400_000;
const WRITTEN_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a day exists in the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1970 || year > 2200) return false;
  return day <= lastOfMonth(year, month);
}

/** Whether a text is the `YYYY-MM-DD` of a day that exists. */
export function isDayText(text: string): boolean {
  const [, year, month, day] = WRITTEN_DAY.exec(text) ?? [];
  return isDay(Number(year), Number(month), Number(day));
}

/** `YYYY-MM-DD` */
export function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** The `YYYY-MM-DD` that many days later. */
export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10);
}

/**
 * The `YYYY-MM-DD` that many months later; where that month is shorter, its last day.
 *
 * @example addMonths('2026-08-31', 6) // '2027-02-28'
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [laterYear, laterMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dayText(laterYear, laterMonth, Math.min(date, lastOfMonth(laterYear, laterMonth)));
}

function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
