import type { Place } from '../model/index.ts';
import type { Anatomy, Block } from '../read/index.ts';
import { hasResidue } from './residue.ts';

/** The entries of lists and tables, and the blocks that hold nothing else, so that they can be written in another form. */
export interface Gathered<T> {
  readonly list: readonly T[];
  readonly blocks: ReadonlySet<Block>;
}

/** The lists and tables that hold some entries and nothing else; null where there is more, or an entry stands elsewhere. */
export function blocksOfEntries<T extends { readonly place: Place }>(
  anatomy: Anatomy,
  entries: readonly T[],
  placesOf: (entry: T) => readonly Place[],
): ReadonlySet<Block> | null {
  const blocks = new Set<Block>();
  let covered = 0;
  for (const block of anatomy.outline.bodies.flat()) {
    const own = entries.filter(({ place }) => place.from >= block.from && place.to <= block.to);
    if (own.length === 0) continue;
    if (block.kind !== 'table' && block.kind !== 'list') return null;
    if (hasResidue(anatomy, block, own.map(placesOf))) return null;
    blocks.add(block);
    covered += own.length;
  }
  return covered === entries.length ? blocks : null;
}
