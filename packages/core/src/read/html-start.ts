import { isLetter, isLoneTag, isNameCharacter } from './lone-tag.ts';
import { skipSpace } from './line.ts';
import { isWhite } from './white-space.ts';

/** How a block of HTML ends: with a line that holds one of these, or before an empty line where there is none. */
export interface HtmlStart {
  readonly kind: 'comment' | 'instruction' | 'html';
  readonly ends: readonly string[] | null;
}

const COMMENT: HtmlStart = { kind: 'comment', ends: ['-->'] };
const INSTRUCTION: HtmlStart = { kind: 'instruction', ends: ['?>'] };
const DECLARATION: HtmlStart = { kind: 'html', ends: ['>'] };
const CHARACTER_DATA: HtmlStart = { kind: 'html', ends: [']]>'] };
const VERBATIM: HtmlStart = { kind: 'html', ends: ['</script>', '</pre>', '</style>', '</textarea>'] };
const TAG: HtmlStart = { kind: 'html', ends: null };

const VERBATIM_NAMES: ReadonlySet<string> = new Set(['script', 'pre', 'style', 'textarea']);
const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);
const LONGEST_NAME = 10;

/**
 * The block of HTML that begins with the `<` at `at`, or null. Inside a paragraph a tag that is no block's own is inline.
 */
export function htmlStart(flat: string, at: number, to: number, inParagraph: boolean): HtmlStart | null {
  const second = at + 1 < to ? flat[at + 1] : undefined;
  if (second === '!') return declaration(flat.slice(at, Math.min(to, at + 9)));
  if (second === '?') return INSTRUCTION;
  const isClosing = second === '/';
  const from = isClosing ? at + 2 : at + 1;
  let end = from;
  while (end < to && end <= from + LONGEST_NAME && isNameCharacter(flat.charCodeAt(end))) end += 1;
  const name = flat.slice(from, end).toLowerCase();
  const after = end < to ? flat[end] : undefined;
  const isWhole = after === undefined || after === '>' || isWhite(after.charCodeAt(0));
  if (isWhole && !isClosing && VERBATIM_NAMES.has(name)) return VERBATIM;
  const isClosed = isWhole || (after === '/' && end + 1 < to && flat[end + 1] === '>');
  if (isClosed && BLOCK_NAMES.has(name)) return TAG;
  return !inParagraph && isLoneTag(flat, from, to, isClosing) ? TAG : null;
}

function declaration(start: string): HtmlStart | null {
  if (start.startsWith('<!--')) return COMMENT;
  if (start === '<![CDATA[') return CHARACTER_DATA;
  const code = start.charCodeAt(2);
  return isLetter(code) && start[2] === start[2]?.toUpperCase() ? DECLARATION : null;
}

/** Whether the block ends with this line. */
export function endsHtml({ ends }: HtmlStart, flat: string, from: number, to: number): boolean {
  if (ends === null) return skipSpace(flat, from, to) === to;
  const line = flat.slice(from, to).toLowerCase();
  return ends.some((end) => line.includes(end));
}
