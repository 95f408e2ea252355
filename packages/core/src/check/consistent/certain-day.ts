import { dayText, isDay, isDayText } from '../../model/day.ts';
import type { Field } from '../../model/index.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';

/** Forms in which day and month cannot be swapped, and where year, month and day stand in them. */
const FORMS: readonly (readonly [form: RegExp, year: number, month: number, day: number])[] = [
  [/(?<![\d-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/, 1, 2, 3],
  [/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/, 1, 2, 3],
  [/(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, 3, 2, 1],
  [new RegExp(`(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH},?\\s(\\d{4})(?!\\d)`, 'i'), 3, 2, 1],
  [new RegExp(`(?<![a-z])${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})(?!\\d)`, 'i'), 3, 1, 2],
];

/**
 * The day that a value names, as `YYYY-MM-DD`. Null where it names none, several, one that does not exist, or one that
 * can be read in two ways.
 *
 * @example certainDay(item.due) // '2026-03-04' for `4 March 2026`, null for `03/04/2026`
 */
export function certainDay(field: Field<string>): string | null {
  if (field.state !== 'known' || !/\d/.test(field.value)) return null;
  if (isDayText(field.value)) return field.value;
  const written = field.value.slice(0, 100);
  for (const [form, yearAt, monthAt, dayAt] of FORMS) {
    const found = form.exec(written);
    if (found === null) continue;
    const rest = written.slice(found.index + found[0].length);
    const month = found[monthAt] ?? '';
    const [year, date] = [Number(found[yearAt]), Number(found[dayAt])];
    const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    return isDay(year, number, date) && !form.test(rest) ? dayText(year, number, date) : null;
  }
  return null;
}
