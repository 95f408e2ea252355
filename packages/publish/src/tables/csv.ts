import { withoutMisleadingMarks } from '../words/readable-text.ts';
import type { Cell, Table } from './table.ts';

/**
 * A table as CSV (RFC 4180), numbers unrounded. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @example csvOf(figureTable(insights, 'frequency'))
 */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.map(({ name }) => name), ...rows];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** What spreadsheets take for a formula, in East Asian width too. White space before it does not help. */
const FORMULA = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const clean = withoutMisleadingMarks(cell);
  const inert = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
