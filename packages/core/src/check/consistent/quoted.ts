const LONGEST = 60;

/** Words of a document on one line and in quotation marks, at most 60 characters of them. */
export function quoted(words: string): string {
  const line = words.slice(0, 300).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return `“${line}”`;
  // Half of a character that takes two units would print as a question mark.
  return `“${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…”`;
}
