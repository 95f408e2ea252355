import { charactersOf, columnsOf, cutTo } from './paint.ts';
import type { LocatedFinding, CheckedDocument } from './located-finding.ts';

/** A line of a document as a terminal can show it, and where in it a slice stands, in columns from 0. */
interface Shown {
  readonly line: string;
  readonly from: number;
  readonly length: number;
}

export interface CodeFrame {
  readonly number: string;
  readonly line: string;
  /** Blanks and carets, to stand right below the line. */
  readonly carets: string;
  /** How many more lines the slice goes on. */
  readonly more: number;
}

const TAB = 4;
const CUT = '…';

/** The line on which a finding begins, at most `width` columns of it, with carets below exactly what was found. */
export function codeFrame({ positions }: CheckedDocument, { start, end }: LocatedFinding, width: number): CodeFrame {
  const whole = positions.line(start.line);
  const last = end.line === start.line ? end.column - 1 : whole.length;
  const shown = windowed(whole, start.column - 1, Math.min(last, whole.length), width);
  return {
    number: String(start.line),
    line: shown.line,
    carets: `${' '.repeat(shown.from)}${'^'.repeat(Math.max(1, shown.length))}`,
    more: end.column === 1 ? Math.max(0, end.line - start.line - 1) : end.line - start.line,
  };
}

/** The part of a long line around a slice. Only so much of it is looked at as could be shown. */
function windowed(whole: string, from: number, to: number, width: number): Shown {
  const before = visible(whole.slice(Math.max(0, from - width * 4), from), 0);
  const slice = visible(whole.slice(from, Math.min(to, from + width * 4)), columnsOf(before));
  const after = visible(whole.slice(to, to + width * 4), columnsOf(before) + columnsOf(slice));
  const isAll = from <= width * 4 && to - from <= width * 4 && whole.length - to <= width * 4;
  const columns = columnsOf(before) + columnsOf(slice) + columnsOf(after);
  if (isAll && columns <= width)
    return { line: `${before}${slice}${after}`, from: columnsOf(before), length: columnsOf(slice) };

  const part = cutTo(slice, Math.max(1, width - 2));
  const rest = width - columnsOf(part);
  const head = endOf(before, Math.max(Math.floor(rest / 3), rest - columnsOf(after) - 1), from > width * 4);
  const tail = part === slice ? cutTo(after, Math.max(0, rest - columnsOf(head))) : '';
  return { line: `${head}${part}${tail}`, from: columnsOf(head), length: columnsOf(part) };
}

/** The last columns of a text, with an ellipsis where something is left out before them. */
function endOf(text: string, columns: number, isCut: boolean): string {
  if (!isCut && columnsOf(text) <= columns) return text;
  const characters = charactersOf(text);
  let out = '';
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const longer = `${characters[at]}${out}`;
    if (columnsOf(longer) > columns - 1) break;
    out = longer;
  }
  return `${CUT}${out}`;
}

/** Tabs as blanks up to the next stop, and what would steer a terminal as a mark that does not. */
function visible(text: string, column: number): string {
  if (!STEERING.test(text)) return text;
  let out = '';
  for (const character of text) {
    if (character === '\t') out += ' '.repeat(TAB - ((column + columnsOf(out)) % TAB));
    else out += plainText(character);
  }
  return out;
}

/** All but these ranges are control characters, line and paragraph separators, and marks of direction. */
const STEERING = /[^\u0020-\u007e\u00a0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\uffff]/;
const ALL_STEERING = new RegExp(STEERING.source, 'g');

/** A text in which nothing steers a terminal: a sign of escape or of direction becomes one that is only seen. */
export function plainText(text: string): string {
  return STEERING.test(text) ? text.replaceAll(ALL_STEERING, '\uFFFD') : text;
}
