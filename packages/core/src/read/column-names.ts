import type { Place } from '../model/index.ts';
import { type ColumnName, fold, type Lexicon, meaningsOf, remembered } from '../vocabulary/index.ts';
import { type Context, words } from './context.ts';

/** The meanings of a table's header cell: of all its words, else of those before a bracket, a slash or `in UTC`. */
export function columnNames(context: Context, cell: Place): readonly ColumnName[] {
  const { lexicon, language } = context;
  const header = words(context, cell);
  return remembered(lexicon.columnCache, language, header, () => namesOf(lexicon, header, language));
}

function namesOf({ columns }: Lexicon, header: string, language: string): readonly ColumnName[] {
  const whole = meaningsOf(columns, fold(header), language);
  if (whole.length > 0) return whole;
  return meaningsOf(columns, fold(header.split(/(?:(?<!\s)\s+)?[(（/]|(?<!\s)\s+in\s+/, 1)[0] ?? ''), language);
}
