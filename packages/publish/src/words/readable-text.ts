// Marks that turn the direction of what follows, and control characters: they could make a title say something else
// than it does, or break out of the place where it stands.
const misleading = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]+/gu;

/**
 * The same text without control characters, marks of direction and half characters. It still has to be escaped.
 */
export function withoutMisleadingMarks(text: string): string {
  return text.replace(misleading, ' ').toWellFormed();
}

/**
 * Text from a document, fit to stand on one line of a picture or a table: without misleading marks, and cut at `longest`
 * characters with an ellipsis. It still has to be escaped.
 *
 * @example readableText('Check\u202eout', { longest: 60 }) // 'Check out'
 */
export function readableText(text: string, { longest = 160 }: { readonly longest?: number } = {}): string {
  // Far more than is shown, far less than a hostile title may hold.
  const clean = withoutMisleadingMarks(text.slice(0, longest * 4)).trim();
  const letters = Array.from(clean);
  const cut = letters.length > longest || text.length > longest * 4;
  return cut
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : clean;
}
