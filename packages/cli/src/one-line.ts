/** Words from elsewhere on one line of a terminal: without what would steer it, or turn the direction of the rest. */
export function oneLine(words: string): string {
  return words.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').toWellFormed();
}
