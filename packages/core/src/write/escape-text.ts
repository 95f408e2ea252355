/** Characters that mean something anywhere in a line of Markdown. */
const INLINE = /[\\`*[\]]|~~|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|<|&(?=#?\w{1,8};)|!(?=\[)/giu;
/** What begins a block where it begins a line. */
const AT_LINE_START = /(?<!^[^\S\n\r]*[\n\r])^(\s*)([-+#>|=]|\d{1,9}(?=[.)]\s))/gm;
// oxlint-disable-next-line no-control-regex -- these are what is replaced
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\u0080-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;

/**
 * Plain text as Markdown that reads back as the same words: marks are escaped, control characters become spaces, each
 * line is trimmed.
 *
 * @example escapeText('a*b <br> # c') // 'a\\*b \\<br> # c'
 */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROL, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()
    .replaceAll(INLINE, (mark) => mark.replaceAll(/./gs, '\\$&'))
    .replaceAll(AT_LINE_START, (_whole, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** The same on one line. */
export function escapeLine(text: string): string {
  return escapeText(text.replaceAll(/\s+/g, ' '));
}
