/**
 * Words that a document says and a new text does not hold. What a form puts around words does not count: boxes, headers
 * of tables, placeholders.
 */
export function droppedWords(said: readonly string[], text: string): readonly string[] {
  const there = new Set(wordsIn(text));
  const missing = said.flatMap((markdown) => wordsIn(withoutForm(markdown))).filter((word) => !there.has(word));
  return [...new Set(missing)];
}

/** The words of a text, as they are written. */
export function wordsIn(markdown: string): readonly string[] {
  return markdown.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function withoutForm(markdown: string): string {
  return markdown
    .replaceAll(/(?<!^[^\S\n\r]*[\n\r])^\s*(?:[-*+]|\d+[.)])\s+\[[xX ]\]/gm, '')
    .replaceAll(/^\|[^\n]*\n(?=\|(?:[^\S\n]|[:|-])+$)/gm, '')
    .replaceAll(/\[[^[\]\n]{2,300}\](?![([:])|(?<![\w.])@(?:username|team|owner)\b/g, '');
}
