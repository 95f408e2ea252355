import { dayText } from '../model/day.ts';
import { type Language, languages as allLanguages, lexiconOf } from '../vocabulary/index.ts';
import { dateIn } from './time.ts';

/**
 * The first full date that stands in a short text, such as a due date or a status, as `YYYY-MM-DD`; null where there is
 * none, or where day and month could be swapped.
 *
 * @example writtenDay('Done on 4 March 2026') // '2026-03-04'
 * @example writtenDay('next sprint') // null
 */
export function writtenDay(written: string, languages: readonly Language[] = allLanguages): string | null {
  const found = dateIn(lexiconOf(languages), written, { dayFirst: null });
  if (found === null || found.problem !== undefined) return null;
  const { year, month, day } = found.at;
  return year === undefined || month === undefined || day === undefined ? null : dayText(year, month, day);
}
