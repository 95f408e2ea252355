import type { Place } from '../model/index.ts';
import type { Anatomy, Block } from '../read/index.ts';
import { labelPlacesIn, placeholderCell } from '../read/index.ts';

/**
 * Whether a list or table holds words that none of the given places covers, one list of places for each of its entries.
 * Labels of details, placeholders and the words before a time or after a box do not count.
 */
export function hasResidue(
  anatomy: Anatomy,
  block: Block & { readonly kind: 'table' | 'list' },
  entries: readonly (readonly Place[])[],
): boolean {
  const used = entries.flat();
  if (block.kind === 'table')
    return block.rows.some(({ cells }) =>
      cells.some((cell) => !placeholderCell(anatomy, cell) && !isCovered(anatomy, cell, used)),
    );
  return block.items.some((item) => {
    const labels = item.children.flatMap((child) => labelPlacesIn(anatomy, child));
    return !isCovered(anatomy, { from: item.content, to: item.to }, [...used, ...labels]);
  });
}

const LEADING = /^[\s*_]*(?:action|task|todo|ai)(?: item)?[\s#-]*\d*[\s*_]*[:：]?/i;

function isCovered({ context }: Anatomy, { from, to }: Place, used: readonly Place[]): boolean {
  const inner = used.filter((place) => place.to > from && place.from < to).toSorted((a, b) => a.from - b.from);
  let rest = '';
  let at = from;
  for (const place of inner) {
    if (place.from > at) rest += ` ${context.flat.slice(at, place.from)}`;
    at = Math.max(at, place.to);
  }
  rest += ` ${context.flat.slice(Math.min(at, to), to)}`;
  return !/[\p{L}\p{N}\p{S}]/u.test(
    rest
      .trimStart()
      .replace(LEADING, '')
      .replaceAll(/[|`~+<>^=]|<br\s*\/?>/g, ' '),
  );
}
