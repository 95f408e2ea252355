const LONGEST = 60;

/** Words of a document on one line and in quotation marks, at most 60 characters of them. */
export function quoted(words: string): string {
  const line = words.slice(0, 300).replaceAll(/\s+/g, ' ').trim();
  const characters = [...line];
  return `“${characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line}”`;
}
