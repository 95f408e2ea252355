import { markup, type Markup } from '../markup.ts';
import type { Cell, Table } from './table.ts';

const width = 120;
const height = 16;

/**
 * A small picture for each row of a table whose columns hold an estimate and its interval, all on one axis. It only
 * repeats the numbers beside it, so screen readers pass it by.
 */
export function rangePictures({ columns, rows, range }: Table): readonly Markup[] | null {
  if (range === null) return null;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const picked = rows.map((row) => [range.low, range.value, range.high].map((name) => finite(row[at(name)] ?? null)));
  const fits = (value: number | null): value is number => value !== null && (range.scale === 'linear' || value > 0);
  const all = [...picked.flat(), range.reference].filter(fits);
  if (all.length === 0) return null;
  const scaled = (value: number) => (range.scale === 'log' ? Math.log(value) : value);
  const least = range.scale === 'log' ? Math.min(...all) / 1.2 : 0;
  const most = range.scale === 'log' ? Math.max(...all) * 1.2 : Math.max(...all);
  const place = (value: number) => {
    const share = (scaled(value) - scaled(least)) / (scaled(most) - scaled(least) || 1);
    // Numbers beyond what an axis can hold stand at its ends.
    const within = share >= 0 ? Math.min(1, share) : 0;
    return Number((4 + within * (width - 8)).toFixed(1));
  };
  return picked.map((cells) =>
    rowPicture(
      cells.map((cell) => (fits(cell) ? place(cell) : null)),
      fits(range.reference) ? place(range.reference) : null,
    ),
  );
}

function rowPicture(
  [low = null, value = null, high = null]: readonly (number | null)[],
  reference: number | null,
): Markup {
  if (value === null) return markup``;
  const track = markup`<line x1="4" x2="${width - 4}" y1="8" y2="8" stroke="var(--line)"/>`;
  const mark =
    reference === null
      ? null
      : markup`<line x1="${reference}" x2="${reference}" y1="0" y2="${height}" stroke="var(--frame)" stroke-dasharray="2 2"/>`;
  const line =
    low === null || high === null
      ? null
      : markup`<line x1="${low}" x2="${high}" y1="8" y2="8" stroke="var(--ink)" stroke-width="1.5"/>`;
  return markup`<svg class="range" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${track}${mark}${line}<circle cx="${value}" cy="8" r="3.5" fill="var(--mark)"/></svg>`;
}

function finite(cell: Cell): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}
