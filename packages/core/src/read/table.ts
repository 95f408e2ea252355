import type { Message, Place } from '../model/index.ts';
import type { Paragraph, Row, Table } from './block.ts';

export interface TableReading {
  readonly blocks: readonly (Table | Paragraph)[];
  readonly messages: readonly Message[];
}

/** A line with more pipes than this is no row that a person wrote. */
const MOST_COLUMNS = 200;

/**
 * Looks for a table among the lines of a paragraph. Real tables are broken in many ways: rows shorter than the header,
 * rows without the outer pipes, a row between header and delimiter, pipes inside code spans. All are read as rows.
 * Answers null where the paragraph holds no table.
 */
export function tableIn(flat: string, paragraph: Paragraph): TableReading | null {
  const lines = linesOf(flat, paragraph);
  const delimiter = lines.findIndex(
    (line, index) => index > 0 && isDelimiter(flat, line) && hasPipe(flat, lines[index - 1]),
  );
  if (delimiter < 0) return null;
  let first = delimiter - 1;
  while (first > 0 && hasPipe(flat, lines[first - 1])) first -= 1;
  let end = delimiter + 1;
  while (end < lines.length && (hasPipe(flat, lines[end]) || !startsBlock(flat, lines[end]))) end += 1;

  const header = cellsOf(flat, lines[first] as Place);
  if (header.length > MOST_COLUMNS) return null;
  const messages: Message[] = [];
  const between = lines.slice(first + 1, delimiter);
  if (between.length > 0) {
    const place = { from: between[0]?.from ?? 0, to: between.at(-1)?.to ?? 0 };
    messages.push({
      code: 'broken-table',
      message:
        'A row stands between the header of this table and its delimiter. It was read as a row; move it below the line of dashes.',
      place,
    });
  }
  const rows: Row[] = [];
  for (const line of [...between, ...lines.slice(delimiter + 1, end)]) {
    if (isDelimiter(flat, line)) continue;
    const cells = cellsOf(flat, line);
    if (cells.length > header.length && messages.length < 20) {
      messages.push({
        code: 'broken-table',
        message: `This row has ${cells.length} cells and the header ${header.length}. Write a pipe inside a cell as \\|.`,
        place: line,
      });
    }
    rows.push({ ...line, cells });
  }
  const table: Table = {
    kind: 'table',
    from: lines[first]?.from ?? paragraph.from,
    to: lines[end - 1]?.to ?? paragraph.to,
    header,
    rows,
  };
  const before = spanOf(lines.slice(0, first));
  const after = spanOf(lines.slice(end));
  return { blocks: [...before, table, ...after], messages };
}

/** Rows that a blank line parts from their table: a paragraph in which every line has the table's pipes. */
export function rowsAfter(flat: string, table: Table, paragraph: Paragraph): readonly Row[] | null {
  const lines = linesOf(flat, paragraph);
  const rows = lines.map((line) => ({ ...line, cells: cellsOf(flat, line) }));
  const fits = rows.every(
    (row) => hasPipe(flat, row) && row.cells.length === table.header.length && row.cells.length > 1,
  );
  return fits ? rows : null;
}

function spanOf(lines: readonly Place[]): readonly Paragraph[] {
  const first = lines[0];
  const last = lines.at(-1);
  return first === undefined || last === undefined ? [] : [{ kind: 'paragraph', from: first.from, to: last.to }];
}

/** The lines of a block without the marks of a surrounding quote or list. */
export function linesOf(flat: string, block: Place): readonly Place[] {
  const first = flat.indexOf('\n', block.from);
  if (first < 0 || first >= block.to) {
    const line = trim(flat, block.from, block.to);
    return line.to > line.from ? [line] : [];
  }
  const lines: Place[] = [];
  for (let at = block.from; at <= block.to;) {
    const newline = flat.indexOf('\n', at);
    const end = newline < 0 || newline > block.to ? block.to : newline;
    let from = at;
    if (at > block.from)
      while (from < end && (flat[from] === ' ' || flat[from] === '\t' || flat[from] === '>')) from += 1;
    let to = end;
    while (to > from && (flat[to - 1] === ' ' || flat[to - 1] === '\t')) to -= 1;
    if (to > from) lines.push({ from, to });
    at = end + 1;
  }
  return lines;
}

/** A line without a pipe is a row of one cell by the rules of tables, but a bold label below a table is not meant so. */
function startsBlock(flat: string, line: Place | undefined): boolean {
  return (
    line === undefined ||
    /^(?:\*\*|__|\[[^\]]+\]:)/.test(flat.slice(line.from, line.from + 4)) ||
    line.to - line.from > 120
  );
}

function hasPipe(flat: string, line: Place | undefined): boolean {
  return line !== undefined && flat.slice(line.from, line.to).includes('|');
}

function isDelimiter(flat: string, line: Place): boolean {
  let dashes = 0;
  let pipes = 0;
  for (let at = line.from; at < line.to; at += 1) {
    const character = flat[at];
    if (character === '-') dashes += 1;
    else if (character === '|') pipes += 1;
    else if (character !== ' ' && character !== ':' && character !== '\t') return false;
  }
  return dashes > 0 && pipes > 0;
}

/** The cells of a row, trimmed. An escaped pipe and one inside a closed code span do not part cells. */
export function cellsOf(flat: string, line: Place): readonly Place[] {
  let { from, to } = line;
  if (flat[from] === '|') from += 1;
  if (to > from && flat[to - 1] === '|' && flat[to - 2] !== '\\') to -= 1;
  const cells: Place[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const character = at === to ? '|' : flat[at];
    if (character === '\\') at += 1;
    else if (character === '`' && at < to) at = endOfCode(flat, at, to);
    else if (character === '|') {
      cells.push(trim(flat, start, Math.min(at, to)));
      start = at + 1;
    }
  }
  if (start <= to && start > from && cells.length === 0) cells.push(trim(flat, start, to));
  return cells.slice();
}

function endOfCode(flat: string, at: number, to: number): number {
  let run = 1;
  while (flat[at + run] === '`') run += 1;
  const close = flat.slice(at + run, to).indexOf('`'.repeat(run));
  return close < 0 ? at + run - 1 : at + run + close + run - 1;
}

/** The column, other than those taken, whose cells hold most; -1 where none is left. */
export function longestColumn({ header, rows }: Table, taken: readonly number[]): number {
  let longest = -1;
  let most = -1;
  for (const column of header.keys()) {
    if (taken.includes(column)) continue;
    const length = rows.reduce(
      (sum, { cells: { [column]: cell } }) => sum + (cell === undefined ? 0 : cell.to - cell.from),
      0,
    );
    if (length > most) [longest, most] = [column, length];
  }
  return longest;
}

/** A range without the white space around it. */
export function trim(flat: string, from: number, to: number): Place {
  let start = from;
  let end = to;
  while (start < end && isBlank(flat.charCodeAt(start))) start += 1;
  while (end > start && isBlank(flat.charCodeAt(end - 1))) end -= 1;
  return { from: start, to: end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 0xa0 || code === 0xfeff;
}
