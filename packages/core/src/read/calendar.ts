const DAY = 86_400_000;

/** Whether a day exists in the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1970 || year > 2200) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
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

/** Minutes since midnight of `HH:MM` or `HH:MM:SS`. */
export function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0', seconds = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}

/** The year in which a month and day come closest to a given day. */
export function nearestYear(month: number, day: number, near: string): number {
  const year = Number(near.slice(0, 4));
  const target = dayNumber(near);
  const candidates = [year, year - 1, year + 1].filter((candidate) => isDay(candidate, month, day));
  const distance = (candidate: number): number => Math.abs(dayNumber(dayText(candidate, month, day)) - target);
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? year;
}
