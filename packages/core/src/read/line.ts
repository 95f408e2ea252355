import { SPACE, TAB } from './character-codes.ts';
/**
 * The line that is being looked at. All positions are offsets into the whole text; columns count from the line's start,
 * with a tab reaching to the next multiple of four.
 */
export interface Line {
  from: number;
  /** Where its line feed stands, or the text ends. */
  to: number;
  /** The first character that is no white space, behind the marks of the containers that go on in this line. */
  at: number;
  /** The column of `at`. */
  column: number;
  /** The code of the character at `at`; -1 where nothing but white space is left. */
  next: number;
  /** Where the content of the containers begins. */
  base: number;
  /** The column from which indentation counts. A tab may carry `base` beyond it. */
  baseColumn: number;
  /** The column of `base` itself. */
  reached: number;
  /** How many containers go on in this line, the document among them. */
  depth: number;
  /** Where the marks of quotes stand that go on in this line. */
  marks: number[];
}

export function startLine(flat: string, line: Line, from: number): void {
  const end = flat.indexOf('\n', from);
  line.from = from;
  line.to = end < 0 ? flat.length : end;
  line.at = from;
  line.column = 0;
  line.base = from;
  line.baseColumn = 0;
  line.reached = 0;
  if (line.marks.length > 0) line.marks = [];
  skipIndentation(flat, line);
}

function skipIndentation(flat: string, line: Line): void {
  const at = skipSpace(flat, line.base, line.to);
  line.column = columnOf(flat, line, at);
  line.at = at;
  line.next = at === line.to ? -1 : flat.charCodeAt(at);
}

/** The column of a position at or behind `line.at`. */
export function columnOf(flat: string, line: Line, position: number): number {
  let { column } = line;
  for (let at = line.at; at < position; at += 1) column += flat.charCodeAt(at) === TAB ? 4 - (column % 4) : 1;
  return column;
}

/** The first position whose column is not less than `column`, which is no less than the base's. */
export function positionOf(flat: string, line: Line, column: number): number {
  let at = line.base;
  for (let reached = line.reached; at < line.to && reached < column; at += 1)
    reached += flat.charCodeAt(at) === TAB ? 4 - (reached % 4) : 1;
  return at;
}

/** Lets the content of a container begin at a position behind a mark. */
export function moveBase(flat: string, line: Line, position: number): void {
  line.baseColumn = columnOf(flat, line, position);
  line.reached = line.baseColumn;
  line.base = position;
  if (position > line.at) skipIndentation(flat, line);
}

/** Lets the content of a container begin at a column. */
export function moveBaseToColumn(flat: string, line: Line, column: number): void {
  let at = line.base;
  let { reached } = line;
  for (; at < line.to && reached < column; at += 1) reached += flat.charCodeAt(at) === TAB ? 4 - (reached % 4) : 1;
  line.base = at;
  line.reached = reached;
  line.baseColumn = column;
  if (at > line.at) skipIndentation(flat, line);
}

export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function skipSpace(flat: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(flat.charCodeAt(at))) at += 1;
  return at;
}

export function skipSpaceBack(flat: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(flat.charCodeAt(end - 1))) end -= 1;
  return end;
}
