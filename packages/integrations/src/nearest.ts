import { editDistance } from '@debrief/core/read';

const LONGEST = 40;

/**
 * The word nearest to a misspelt one, if one is near: up to a third of its letters may differ, and two in a short one.
 *
 * @example nearest('sevrity', ['title', 'severity']) // 'severity'
 */
export function nearest(written: string, words: readonly string[]): string | undefined {
  if (written.length > LONGEST) return undefined;
  const [best] = words
    .map((word) => ({ word, distance: editDistance(written, word) }))
    .toSorted((one, other) => one.distance - other.distance);
  if (best === undefined) return undefined;
  // Two letters that changed places are two edits, and a word in which none is left is no misspelling.
  const most = Math.min(best.word.length - 1, Math.max(2, Math.ceil(best.word.length / 3)));
  return best.distance <= most ? best.word : undefined;
}
