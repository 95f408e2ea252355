import type { ListedItem, Place } from '../model/index.ts';
import type { Block, Item, List } from './block.ts';
import { type Context, textField, unknown } from './context.ts';
import { onlyAsks } from './silence.ts';

/** The first words of a list item: its first paragraph behind bullet and box. */
export function itemPlace(item: Item): Place {
  const [first] = item.children;
  return first?.kind === 'paragraph' ? { from: item.content, to: first.to } : { from: item.content, to: item.content };
}

/** All top-level items of the lists among some blocks. */
export function itemsIn(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items : block.kind === 'quote' ? itemsIn(block.children) : [],
  );
}

export function listed(context: Context, item: Item): ListedItem {
  const place = itemPlace(item);
  const said = textField(context, place);
  const [first] = item.children;
  const isPrompt =
    said.state === 'known' && first?.kind === 'paragraph' && onlyAsks(context, first, item.content, 'item');
  const text = isPrompt ? unknown('placeholder', said.written, said.places[0] ?? place) : said;
  return item.ticked === undefined ? { text } : { text, ticked: item.ticked };
}

/** Every top-level item as text with its box; rows of a table count as items, by their longest cell. */
export function listedIn(context: Context, blocks: readonly Block[]): readonly ListedItem[] {
  return blocks.flatMap((block): readonly ListedItem[] => {
    if (block.kind === 'list') return block.items.map((item) => listed(context, item));
    if (block.kind === 'quote') return listedIn(context, block.children);
    if (block.kind === 'table') return block.rows.map(({ cells }) => ({ text: textField(context, longest(cells)) }));
    return [];
  });
}

/** The list that holds the most items, for sections that have one list and some remarks. */
export function mainList(blocks: readonly Block[]): List | undefined {
  return blocks
    .filter((block): block is List => block.kind === 'list')
    .toSorted((a, b) => b.items.length - a.items.length)[0];
}

function longest(cells: readonly Place[]): Place | null {
  return cells.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null;
}
