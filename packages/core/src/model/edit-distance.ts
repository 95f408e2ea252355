/**
 * Edits between two words (Levenshtein 1966), ignoring case: how many letters are put in, taken out or replaced.
 *
 * @example editDistance('sevrity', 'Severity') // 1
 */
export function editDistance(a: string, b: string): number {
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
