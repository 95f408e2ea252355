import { lineView } from '@debrief/core/write';
import type { Splice } from '@debrief/core';
import { diffSplices } from './diff-splices.ts';

const BOM = '\uFEFF';

/**
 * The splices by which somebody who sends a whole text has changed an older one. Text fields of pages send one kind of
 * line end for all lines and readers of files drop the mark at the front; neither is an edit. So a text whose line ends
 * are all alike is held against the lines of the base, and the base keeps its line ends and its mark.
 *
 * @param options `isExact` takes line ends and mark as they are sent
 * @example textSplices('a\r\nb\r\n', 'a\nc\n') // [{ from: 3, to: 4, insert: 'c' }]
 */
export function textSplices(
  base: string,
  sent: string,
  { isExact = false }: { readonly isExact?: boolean } = {},
): readonly Splice[] {
  if (isExact || base === sent) return diffSplices(base, sent);
  const text = base.startsWith(BOM) && !sent.startsWith(BOM) ? BOM + sent : sent;
  const ends = lineEndsOf(text);
  const own = lineEndsOf(base);
  const isUniform = ends.size <= 1 && !ends.has('\r');
  if (!isUniform || own.size === 0 || [...own].every((end) => ends.has(end))) return diffSplices(base, text);
  const view = lineView(base);
  return view.splices(diffSplices(view.text, text.replaceAll('\r\n', '\n')));
}

/** The kinds of line ends that a text has. */
function lineEndsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [end] of text.matchAll(/\r\n|\r|\n/g)) {
    found.add(end);
    if (found.size === 3) break;
  }
  return found;
}
