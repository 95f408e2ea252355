import { editDistance } from './edit-distance.ts';

/**
 * The name that takes the fewest edits to reach, for “did you mean”; one that begins with what was written takes none.
 * Case does not matter. Empty where there are no names.
 *
 * @example nearestOf('vocab', ['people', 'vocabulary']) // 'vocabulary'
 */
export function nearestOf(name: string, names: readonly string[]): string {
  const written = name.slice(0, LONGEST);
  const edits = (known: string): number => (begins(known, written) ? 0 : editDistance(written, known));
  return names.toSorted((a, b) => edits(a) - edits(b) || a.length - b.length)[0] ?? '';
}

function begins(known: string, written: string): boolean {
  return written.length > 2 && known.toLowerCase().startsWith(written.toLowerCase());
}

/** No name that people know is longer; a longer text is compared by its beginning. */
const LONGEST = 60;
