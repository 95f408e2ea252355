import { svgOf } from '../figures/draw.ts';
import { pageTheme } from '../figures/theme.ts';
import { markup, type Markup } from '../markup.ts';
import type { Part } from '../parts/part.ts';
import { numberWords } from '../words/number-words.ts';
import { sentence } from '../words/sentence.ts';
import { tableBlock } from './table-block.ts';

const widths = { wide: 560, narrow: 344 } as const;

/** Tables up to this length are printed beside their pictures. */
const printedRows = 16;

/** Whether a figure needs the whole width of the page: a table of many columns does. */
export function isWide({ draw, table }: Part): boolean {
  return draw === null && table.columns.length > 6;
}

/** One figure of the report: heading, statement, picture, small print and the table behind it. */
export function figureBlock(part: Part, { id, whole }: { readonly id: string; readonly whole: boolean }): Markup {
  const picture = pictureBlock(part, id);
  const shown = firstRows(part.table);
  return markup`<figure id="${id}" aria-labelledby="${id}-title" class="${whole ? 'whole' : 'half'}"><div class="body${picture === null ? '' : ' drawn'}">
<div class="head"><h3 id="${id}-title"><bdi>${part.title}</bdi></h3>
${statementBlock(part)}</div>
${picture ?? tableBlock(shown, { name: part.title })}
<div class="foot"><figcaption><p class="facts">${part.facts.join(' · ')}</p>${smallPrint(part)}</figcaption>
${picture === null && shown === part.table ? null : detailsBlock(part)}</div>
</div></figure>`;
}

/** A table that stands in place of a picture is no longer than one; all of it is a click away. */
function firstRows(table: Part['table']): Part['table'] {
  return table.rows.length <= printedRows ? table : { ...table, rows: table.rows.slice(0, printedRows) };
}

function smallPrint({ definition, notes }: Part): Markup {
  const sentences = [definition, ...notes].map(sentence).filter((text) => text !== '');
  return markup`<p>${sentences.map((text) => markup`<bdi>${text}</bdi> `)}</p>`;
}

function statementBlock({ statement, cannotTell }: Part): Markup {
  return markup`<p class="statement">${cannotTell === null ? null : cannotTellBlock(cannotTell)}<bdi>${sentence(cannotTell === null ? statement : withoutSaid(statement, cannotTell))}</bdi></p>`;
}

/** What stands in bold before a statement is not said in it once more. */
function withoutSaid(statement: string, cannotTell: string): string {
  return statement
    .replace(sentence(cannotTell), '')
    .replace(/^[^.:]{1,80}: cannot tell\. /, '')
    .trim();
}

/** That there is no answer is an answer, and stands first. */
export function cannotTellBlock(reason: string): Markup {
  return markup`<strong>Cannot tell.</strong> <bdi>${sentence(reason)}</bdi> `;
}

/** The same picture for a wide and for a narrow place; the style sheet shows one of them. */
function pictureBlock({ draw, description }: Part, id: string): Markup | null {
  if (draw === null) return null;
  const drawn = Object.entries(widths).map(([size, width]) => ({ size, drawn: draw({ theme: pageTheme, width }) }));
  const blocks = drawn.flatMap(({ size, drawn: one }) =>
    one === null
      ? []
      : [
          svgOf(
            one,
            markup` class="picture ${size}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-picture"`,
          ),
        ],
  );
  if (blocks.length === 0) return markup`<p class="nothing">There is nothing to draw yet.</p>`;
  return markup`<div class="pictures">${blocks}<p class="unseen" id="${id}-picture">${description}</p></div>`;
}

function detailsBlock({ table, title }: Part): Markup | null {
  if (table.rows.length === 0) return null;
  const size = table.rows.length <= printedRows ? 'short' : 'long';
  return markup`<details class="${size}"><summary>The numbers<span class="unseen"> of ${title}</span> <span class="count">${numberWords(table.rows.length)} ${table.rows.length === 1 ? 'row' : 'rows'}</span></summary>${tableBlock(table, { name: title })}</details>`;
}
