/**
 * The name that takes the fewest edits to reach, for “did you mean”; one that begins with what was written takes none.
 * Case does not matter. Empty where there are no names.
 *
 * @example nearestOf('vocab', ['people', 'vocabulary']) // 'vocabulary'
 */
export function nearestOf(name: string, names: readonly string[]): string {
  const written = name.slice(0, LONGEST);
  const edits = (known: string): number => (begins(known, written) ? 0 : distance(written, known));
  return names.toSorted((a, b) => edits(a) - edits(b) || a.length - b.length)[0] ?? '';
}

function begins(known: string, written: string): boolean {
  return written.length > 2 && known.toLowerCase().startsWith(written.toLowerCase());
}

/** No name that people know is longer; a longer text is compared by its beginning. */
const LONGEST = 60;

/** Edits between two words (Levenshtein 1966), ignoring case. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a.toLowerCase()).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b.toLowerCase()).entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
