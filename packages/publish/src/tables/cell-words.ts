import { dayWords } from '../words/day-words.ts';
import { durationWords } from '../words/duration-words.ts';
import { numberWords, probabilityWords, shareWords, unbroken } from '../words/number-words.ts';
import { readableText } from '../words/readable-text.ts';
import type { Cell, ColumnKind } from './table.ts';

const words: Readonly<Record<Exclude<ColumnKind, 'text' | 'day'>, (value: number) => string>> = {
  number: numberWords,
  minutes: durationWords,
  days: (value) => `${numberWords(value)}${unbroken}d`,
  share: shareWords,
  probability: probabilityWords,
};

/**
 * A cell as people read it; nothing known is a dash.
 *
 * @example cellWords(0.5, 'share') // '50 %'
 */
export function cellWords(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '–';
  if (kind === 'day') return typeof cell === 'string' ? dayWords(cell) : numberWords(cell);
  if (typeof cell === 'string' || kind === 'text') return readableText(String(cell));
  return words[kind](cell);
}
