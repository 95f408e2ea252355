// Colours and cursor moves of a terminal, which logs bring along.
// oxlint-disable-next-line no-control-regex
const TERMINAL_SEQUENCE = /\u001b\[[\d;?]*[A-Za-z]/g;
// Marks that turn the direction of writing, with which a text can be made to look like another one.
const DIRECTION_MARK = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;
const CONTROL = /(?![\n\t])\p{Cc}/gu;
const LINE_END = /\r\n?|[\u2028\u2029\u0085]/g;

/**
 * A text on one line: no control characters, white space drawn together, cut at `most` UTF-16 units with an ellipsis.
 *
 * @example oneLine('disk\u0007 full\n on db-1', 40) // 'disk full on db-1'
 */
export function oneLine(text: string, most: number): string {
  const words = withoutControls(text, most).split(/\s+/).filter(Boolean);
  return cut(words.join(' '), most, isFarTooLong(text, most));
}

/**
 * A text that may have lines and tabs: no other control characters, cut at `most` UTF-16 units with an ellipsis.
 *
 * @example paragraphs('one\r\ntwo\u0000', 40) // 'one\ntwo'
 */
export function paragraphs(text: string, most: number): string {
  return cut(withoutControls(text, most).trim(), most, isFarTooLong(text, most));
}

/** What lies far behind the cut is not looked at, so that one huge text costs nothing. */
function isFarTooLong(text: string, most: number): boolean {
  return text.length > most * 4;
}

function withoutControls(text: string, most: number): string {
  return wholeCharacters(text.slice(0, most * 4))
    .toWellFormed()
    .replace(TERMINAL_SEQUENCE, '')
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(DIRECTION_MARK, '');
}

function cut(text: string, most: number, goesOn: boolean): string {
  if (text.length <= most && !goesOn) return text;
  const kept = wholeCharacters(text.slice(0, most - 1)).trimEnd();
  return kept === '' ? '' : `${kept}…`;
}

/** A text without the first half of a character at its end. */
function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
