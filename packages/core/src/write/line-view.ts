import type { Splice } from '../model/index.ts';

/** A text as editors show it, with LF alone at the ends of lines, and the way back to the text as it is stored. */
export interface LineView {
  /** The text with every CRLF and lone CR as one LF. */
  readonly text: string;
  /** The offset in the view of an offset in the stored text; between CR and LF it is that of the line's end. */
  readonly toView: (offset: number) => number;
  /** The offset in the stored text of an offset in the view; before the line end where one begins there. */
  readonly toStored: (offset: number) => number;
  /** Splices of the view as splices of the stored text; a new line ends as its neighbour does. */
  readonly splices: (splices: readonly Splice[]) => readonly Splice[];
}

/**
 * The LF view of a text with any line ends.
 *
 * @example lineView('a\r\nb').splices([{ from: 1, to: 1, insert: '\nx' }]) // [{ from: 1, to: 1, insert: '\r\nx' }]
 */
export function lineView(stored: string): LineView {
  const pairs = crlfOffsets(stored);
  const text = stored.includes('\r') ? stored.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : stored;
  const toView = (offset: number): number => offset - countBelow(pairs, offset + 1, 0);
  const toStored = (offset: number): number => offset + countBelow(pairs, offset + 1, 1);
  return {
    text,
    toView,
    toStored,
    splices: (splices) =>
      splices.map(({ from, to, insert }) => {
        const start = toStored(from);
        const lines = insert.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
        return { from: start, to: toStored(to), insert: withEnds(stored, start, toStored(to), lines) };
      }),
  };
}

/** A lone LF right behind a stored CR would make one line end of two; it takes the form CRLF then. */
function withEnds(stored: string, from: number, to: number, lines: string): string {
  if (!stored.includes('\r')) return lines;
  const insert = lines.replaceAll('\n', lineEndAt(stored, from));
  const next = stored[to];
  const first = insert[0] ?? next;
  if (stored[from - 1] === '\r' && first === '\n') return `\r${insert}`;
  return insert.endsWith('\r') && next === '\n' ? `${insert}\n` : insert;
}

/** The line end that stands next behind an offset, else the one before it, else LF. */
export function lineEndAt(text: string, offset: number): string {
  const after = /\r\n|\r|\n/g;
  after.lastIndex = offset > 0 && text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset;
  const next = after.exec(text);
  if (next !== null) return next[0];
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  if (before < 0 || offset === 0) return '\n';
  if (text[before] === '\r') return '\r';
  return text[before - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the LF of each CRLF stands. */
function crlfOffsets(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) found.push(at + 1);
  return found;
}

/**
 * How many CRLF pairs lie before an offset: `step` 0 for offsets in the stored text, 1 for those in the view, where each
 * pair before took one character less.
 */
function countBelow(pairs: readonly number[], offset: number, step: 0 | 1): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle] ?? 0) - middle * step < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
