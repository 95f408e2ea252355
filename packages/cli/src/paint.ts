import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'yellow' | 'green' | 'cyan' | 'red';

/** Colours words, or leaves them alone. */
export function painter(color: boolean): (style: Style, text: string) => string {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\ufe0f|\p{Emoji_Presentation}/u;
/** Whatever does not take exactly one column for each UTF-16 unit. */
const UNUSUAL = new RegExp(`${WIDE.source}|[\\p{M}\\p{Cf}\\u{10000}-\\u{10ffff}]`, 'u');
/** Nothing in these ranges is unusual; most text is sure to be usual by this much cheaper look. */
const PERHAPS_UNUSUAL = /[^\0-\u00ac\u00ae-\u02ff\u2010-\u2027]/;
const UNSEEN = /^[\p{M}\p{Cf}]/u;

let segmenter: Intl.Segmenter | null = null;

function isUnusual(text: string): boolean {
  return PERHAPS_UNUSUAL.test(text) && UNUSUAL.test(text);
}

/** The characters of a text as people see them: an emoji of several signs is one. */
export function charactersOf(text: string): readonly string[] {
  if (!isUnusual(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The columns that a text takes in a terminal: East Asian characters and emoji take two, marks above others none. */
export function columnsOf(text: string): number {
  if (!isUnusual(text)) return text.length;
  return charactersOf(text).reduce((sum, character) => sum + widthOf(character), 0);
}

function widthOf(character: string): number {
  return UNSEEN.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** A text cut to so many columns, with an ellipsis where something is left out. */
export function cutTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let out = '';
  let used = 1;
  for (const character of charactersOf(text)) {
    used += widthOf(character);
    if (used > columns) break;
    out += character;
  }
  return `${out}…`;
}

/** A blank at which a line may break: not the one between a number and its unit. */
const BREAK = / (?!(?:%|×|min|h|s|ms|d|days?|points)(?![\p{L}\p{N}]))|(?<!\p{N}) /u;

/** Words broken into lines of at most so many columns. */
export function wrap(text: string, columns: number): readonly string[] {
  const widthOfLine = isUnusual(text) ? columnsOf : (line: string) => line.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOfLine(longer) <= columns || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
