import { dayNumber, dayText, isDay } from '../model/day.ts';

const NUMERIC_DATE = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])/g;
const HEAD = 200_000;

/** Dates of one incident lie close together; read the wrong way round they lie months apart. */
const CLOSE_DAYS = 14;
const FAR_DAYS = 28;

/**
 * Whether numeric dates with slashes or dashes put the day first: decided by a date of the document that leaves no
 * choice, by the order that keeps its dates together, or by its language; null where nothing tells.
 */
export function dayOrder(flat: string, language: string): boolean | null {
  const dates = [...flat.slice(0, HEAD).matchAll(NUMERIC_DATE)].map(
    ([, first, , second, year]) => [Number(first), Number(second), Number(year)] as const,
  );
  for (const [first, second] of dates) {
    if (first > 12 && second <= 12) return true;
    if (second > 12 && first <= 12) return false;
  }
  const apart = (dayFirst: boolean): number =>
    spread(dates.map(([first, second, year]) => (dayFirst ? [year, second, first] : [year, first, second])));
  if (apart(true) > 0 && apart(true) <= CLOSE_DAYS && apart(false) >= FAR_DAYS) return true;
  if (apart(false) > 0 && apart(false) <= CLOSE_DAYS && apart(true) >= FAR_DAYS) return false;
  return language === 'en' || language === 'ja' || language === 'zh' ? null : true;
}

function spread(days: readonly (readonly number[])[]): number {
  const numbers = days.flatMap(([year = 0, month = 0, day = 0]) =>
    isDay(year, month, day) ? [dayNumber(dayText(year, month, day))] : [],
  );
  return numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b)) - numbers.reduce((a, b) => Math.min(a, b));
}
