/**
 * Text in lines of at most `longest` characters, broken between words; a longer word stands on a line of its own.
 *
 * @example linesOf('n = 44 · 3 still open', { longest: 10 }) // ['n = 44 · 3', 'still open']
 */
export function linesOf(text: string, { longest }: { readonly longest: number }): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
