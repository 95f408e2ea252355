import { svgOf } from '../figures/draw.ts';
import { pageTheme } from '../figures/theme.ts';
import { markup, type Markup } from '../markup.ts';
import type { Part } from '../parts/part.ts';
import { numberWords } from '../words/number-words.ts';
import { tableBlock } from './table-block.ts';

const widths = { wide: 560, narrow: 344 } as const;

/** Tables up to this length are printed beside their pictures. */
const printedRows = 16;

/** One figure of the report: heading, statement, picture, small print and the table behind it. */
export function figureBlock(part: Part, { id }: { readonly id: string }): Markup {
  const pictures = picturesOf(part, id);
  return markup`<figure id="${id}" aria-labelledby="${id}-title"${pictures === null ? markup` class="whole"` : null}>
<h3 id="${id}-title"><bdi>${part.title}</bdi></h3>
${statementBlock(part)}
${pictures}
${pictures === null ? tableBlock(part.table, { name: part.title }) : null}
<figcaption><p class="facts">${part.facts.join(' · ')}</p>${part.definition === '' ? null : markup`<p><bdi>${part.definition}</bdi></p>`}${part.notes.filter((note) => note !== '').map((note) => markup`<p><bdi>${note}</bdi></p>`)}</figcaption>
${pictures === null ? null : detailsBlock(part)}
</figure>`;
}

function statementBlock({ statement, cannotTell }: Part): Markup {
  const no = cannotTell === null ? null : markup`<strong>Cannot tell.</strong> <bdi>${cannotTell}</bdi> `;
  return markup`<p class="statement">${no}<bdi>${statement}</bdi></p>`;
}

/** The same picture for a wide and for a narrow place; the style sheet shows one of them. */
function picturesOf({ draw, description }: Part, id: string): Markup | null {
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
  return markup`${blocks}<p class="unseen" id="${id}-picture">${description}</p>`;
}

function detailsBlock({ table, title }: Part): Markup | null {
  if (table.rows.length === 0) return null;
  const size = table.rows.length <= printedRows ? 'short' : 'long';
  return markup`<details class="${size}"><summary>The numbers<span class="unseen"> of ${title}</span> <span class="count">${numberWords(table.rows.length)} ${table.rows.length === 1 ? 'row' : 'rows'}</span></summary>${tableBlock(table, { name: title })}</details>`;
}
