/** Control characters, line ends, and marks that turn the direction of what follows. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * A text of a document as one line of at most so many characters that is safe to show beside others: on a terminal a
 * control character in a name could write over what stands there.
 *
 * @example plainLine('wiped\n\u001B[2J', 20) // 'wiped [2J'
 */
export function plainLine(text: string, longest: number): string {
  return text.slice(0, longest).replace(UNSAFE, ' ').trim();
}
