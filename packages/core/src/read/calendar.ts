import { dayNumber, dayText, isDay } from '../model/day.ts';

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
