import type { Place, Splice } from '../model/index.ts';
import type { Row, Table } from '../read/block.ts';
import { type Page, lineStart, lineStop } from './page.ts';

/** What stands between the pipes around a cell, with the spaces of its padding. */
function segmentOf(text: string, line: Place, cell: Place): Place {
  let { from, to } = cell;
  while (from > line.from && isSpace(text[from - 1])) from -= 1;
  while (to < line.to && isSpace(text[to])) to += 1;
  return { from, to };
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** The widths of the columns in the line of dashes. */
function widthsOf(text: string, table: Table): readonly number[] {
  for (let at = lineStop(text, table.from) + 1; at < table.to; at = lineStop(text, at) + 1) {
    const line = text
      .slice(at, lineStop(text, at))
      .replace(/^[\s>]*/, '')
      .trimEnd();
    if (!/^[-|: \t]+$/.test(line) || !line.includes('-')) continue;
    return line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(({ length }) => length);
  }
  return [];
}

/** One cell with other words, and its padding as the row has it where they fit. A row that is too short grows. */
export function writeCell({ text }: Page, table: Table, row: Row, column: number, words: string): Splice {
  const cell = row.cells[column];
  if (cell === undefined) {
    const missing = column - row.cells.length;
    const isClosed = text[row.to - 1] === '|';
    const gaps = isClosed ? '  |'.repeat(missing) : ' | '.repeat(missing);
    return { from: row.to, to: row.to, insert: isClosed ? `${gaps} ${words} |` : `${gaps} | ${words}` };
  }
  const segment = segmentOf(text, row, cell);
  const room = segment.to - segment.from;
  const isLast = segment.to === row.to;
  if (cell.to === cell.from) {
    if (words === '') return { from: cell.from, to: cell.from, insert: '' };
    const padded = room === 0 ? words : ` ${words} `;
    return { ...segment, insert: isLast ? padded.trimEnd() : padded.padEnd(room) };
  }
  const tail = segment.to - cell.to;
  const isPadded = !isLast && (tail > 1 || (tail === 1 && room === widthsOf(text, table)[column]));
  if (!isPadded) return { from: cell.from, to: cell.to, insert: words };
  return { from: cell.from, to: segment.to, insert: `${words} `.padEnd(segment.to - cell.from) };
}

/** A new row in the manner of another one: its pipes, its padding, and what stands before it on its line. */
export function newRow({ text }: Page, table: Table, like: Row | null, words: readonly string[]): string {
  const model = like ?? headerRow(table, text);
  const widths = widthsOf(text, table);
  const segments = model.cells.map((cell) => segmentOf(text, model, cell));
  const lengths = segments.map(({ from, to }) => to - from);
  const isAligned = lengths.length > 1 && lengths.every((length, index) => length === widths[index]);
  const isOpen = text[model.from] === '|';
  const isClosed = text[model.to - 1] === '|';
  const isLoose = segments.some(({ from }) => isSpace(text[from])) || segments.length === 0;
  const cells = words.map((word, index) => {
    const loose = isLoose ? (word === '' && !isAligned ? ' ' : ` ${word} `) : word;
    const padded = index === 0 && !isOpen ? loose.trimStart() : loose;
    return isAligned ? padded.padEnd(widths[index] ?? 0) : padded;
  });
  const line = `${isOpen ? '|' : ''}${cells.join('|')}${isClosed ? '|' : ''}`;
  return text.slice(lineStart(text, model.from), model.from) + (isClosed ? line : line.trimEnd());
}

function headerRow(table: Table, text: string): Row {
  const stop = lineStop(text, table.from);
  const line = text.slice(table.from, stop).trimEnd();
  return { from: table.from, to: table.from + line.length, cells: table.header };
}

/** Where the last line of a table's head ends: below it the first row is written. */
export function headEnd({ text }: Page, table: Table): number {
  for (let at = lineStop(text, table.from) + 1; at < table.to; at = lineStop(text, at) + 1) {
    const line = text.slice(at, lineStop(text, at));
    if (/^[-|: \t>]+$/.test(line) && line.includes('-')) return lineStop(text, at);
  }
  return table.to;
}
