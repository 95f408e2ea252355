/** The longest stretch of a document that a message repeats. */
const LONGEST = 60;

/**
 * Words of a document as a message quotes them: on one line, in quotation marks, at most 60 characters of them.
 *
 * @example quoted('[Name]\n') // '“[Name]”'
 */
export function quoted(words: string): string {
  const line = words
    .slice(0, LONGEST * 4)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line.length <= LONGEST) return `“${line}”`;
  // An emoji at the edge is left whole or left out.
  return `“${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…”`;
}
