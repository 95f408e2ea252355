import type { Message } from '../model/index.ts';

/** A text beside a copy of the same length in which every line ends in one LF, so that a place in one is the same place in the other. */
export interface Source {
  readonly text: string;
  readonly flat: string;
  /** Where the words begin: behind a byte order mark. */
  readonly start: number;
  readonly messages: readonly Message[];
}

/**
 * Makes line ends, a byte order mark and deep nesting harmless without moving a single character: `\r\n` becomes a
 * space and a line feed, a lone `\r` a line feed, a leading U+FEFF a space, a tab behind a word a space. Code is cut from
 * the text itself, so its tabs stay.
 */
export function sourceOf(text: string): Source {
  const messages: Message[] = [];
  let flat = text;
  if (flat.includes('\r')) flat = flat.replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
  const start = flat.startsWith('\uFEFF') ? 1 : 0;
  if (start === 1) flat = ` ${flat.slice(1)}`;
  if (flat.includes('\t'))
    flat = flat.replace(/\S[^\n]*/g, (words) => (words.includes('\t') ? words.replaceAll('\t', ' ') : words));
  const control = flat.indexOf('\u0000');
  if (control >= 0) {
    messages.push({
      code: 'control-character',
      message:
        'The text holds NUL characters. They are kept as they are; remove them if they came from a broken export.',
      place: { from: control, to: control + 1 },
    });
  }
  const replaced = flat.indexOf('\uFFFD');
  if (replaced >= 0) {
    messages.push({
      code: 'replaced-character',
      message: 'Some bytes were not valid UTF-8 and show as U+FFFD here. Save the file as UTF-8 to get them back.',
      place: { from: replaced, to: replaced + 1 },
    });
  }
  return { text, flat, start, messages };
}
