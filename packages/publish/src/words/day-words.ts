const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `YYYY-MM-DD` (or an instant that begins so) as people write a day; anything else stays as it is.
 *
 * @example dayWords('2026-03-01') // '1 Mar 2026'
 */
export function dayWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/**
 * The name of a month: with its year in a table, without it along an axis.
 *
 * @example monthName('2026-03') // 'Mar'
 */
export function monthName(month: string): string {
  return months[Number(month.slice(5, 7)) - 1] ?? month;
}

/**
 * Minute and day of an instant in UTC.
 *
 * @example instantWords('2026-11-20T08:30:00Z') // '20 Nov 2026, 08:30 UTC'
 */
export function instantWords(instant: string): string {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) return instant;
  const utc = new Date(milliseconds).toISOString();
  return `${dayWords(utc)}, ${utc.slice(11, 16)} UTC`;
}

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
