import type { Place } from '../model/index.ts';
import { fold } from '../vocabulary/index.ts';
import type { Block } from './block.ts';
import { type Context, textField } from './context.ts';
import { labelsInParagraph } from './labels.ts';

/** The places of all labels in a block and what is nested in it, marks and colon included. */
export function labelPlacesIn({ context }: { readonly context: Context }, block: Block): readonly Place[] {
  if (block.kind === 'list')
    return block.items.flatMap(({ content, children }) =>
      children.flatMap((child) =>
        child.kind === 'paragraph'
          ? labelsInParagraph(context, child, content, -1, 'item').map(({ labelPlace }) => labelPlace)
          : labelPlacesIn({ context }, child),
      ),
    );
  if (block.kind !== 'paragraph') return [];
  return labelsInParagraph(context, block, block.from, -1, 'line').map(({ labelPlace }) => labelPlace);
}

/** Whether a cell is empty or a placeholder. */
export function placeholderCell({ context }: { readonly context: Context }, cell: Place): boolean {
  return textField(context, cell).state === 'unknown';
}

/** Whether there are words at a place that a person may have meant: a value, "not applicable", or a plain `TBD`. */
export function saysWord(context: Context, place: Place | null): boolean {
  const field = textField(context, place);
  if (field.state !== 'unknown') return true;
  return place !== null && context.lexicon.unknown.has(fold(context.flat.slice(place.from, place.to)));
}
