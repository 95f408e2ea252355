import { editDistance } from '@debrief/core';

const LONGEST = 40;

/**
 * The word nearest to a misspelt one, if one is near: about a third of its letters may have to change.
 *
 * @example nearest('sevrity', ['title', 'severity']) // 'severity'
 */
export function nearest(written: string, words: readonly string[]): string | undefined {
  if (written.length > LONGEST) return undefined;
  const [best] = words
    .map((word) => ({ word, distance: editDistance(written, word) }))
    .toSorted((one, other) => one.distance - other.distance);
  return best && best.distance <= Math.ceil(best.word.length / 3) ? best.word : undefined;
}
