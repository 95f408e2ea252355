/** Words, white space, and every other character alone; a line end is never parted. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|[^\S\r\n]+|\r\n|[^]/gu) ?? [];
}
