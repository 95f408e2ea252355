import { markup, type Markup } from '../markup.ts';
import { cellWords } from '../tables/cell-words.ts';
import { rangePictures } from '../tables/range-picture.ts';
import type { Cell, Column, Table } from '../tables/table.ts';
import { numberWords } from '../words/number-words.ts';

/** Rows that are written out in a page; a longer table is told to be longer. */
const mostRows = 100;

/** A table in a box of its own, which scrolls where the page is too narrow for it. */
export function tableBlock(table: Table, { name }: { readonly name: string }): Markup {
  const { columns, rows } = table;
  if (rows.length === 0) return markup``;
  const pictures = rangePictures(table);
  const body = rows
    .slice(0, mostRows)
    .map((row, index) => rowBlock(row, columns, pictures === null ? null : (pictures[index] ?? null)));
  const rest =
    rows.length > mostRows
      ? markup`<p class="small">${numberWords(rows.length - mostRows)} more rows are not written out here; the JSON of the same insights has them all.</p>`
      : null;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${`Table: ${name}`}"><table>
<thead><tr>${columns.map(headBlock)}${pictures === null ? null : markup`<td></td>`}</tr></thead>
<tbody>${body}</tbody>
</table></div>${rest}`;
}

/** Longer texts are given room, so that they do not stand one word to a line. */
const longestShort = 24;

function headBlock({ name, kind }: Column): Markup {
  return kind === 'text' ? markup`<th scope="col">${name}</th>` : markup`<th scope="col" class="number">${name}</th>`;
}

function rowBlock(row: readonly Cell[], columns: readonly Column[], picture: Markup | null): Markup {
  const cells = columns.map(({ kind }, index) => {
    const words = cellWords(row[index] ?? null, kind);
    if (index === 0)
      return markup`<th scope="row" class="${kind === 'text' ? 'text' : 'number'}"><bdi>${words}</bdi></th>`;
    const room = words.length > longestShort ? 'long' : 'short';
    return kind === 'text'
      ? markup`<td class="${room}"><bdi>${words}</bdi></td>`
      : markup`<td class="number">${words}</td>`;
  });
  return markup`<tr>${cells}${picture === null ? null : markup`<td class="picture-cell">${picture}</td>`}</tr>\n`;
}
