import type { Place, Splice } from '../model/index.ts';

/** A list, code by indentation, or what continues an item: a comment may be all that keeps two of them apart. */
const LIST_LIKE = /^(?:[ \t]{2,}|[ \t>]{0,10}(?:[-*+]|\d{1,9}[.)])[ \t])/;

/**
 * How a comment goes so that nothing else changes, with its line where nothing else stands there; null where it may be
 * what keeps the text above it apart from the text below.
 *
 * @example commentRemoval('Up. <!-- x -->\n', { from: 4, to: 14 }) // { from: 3, to: 14, insert: '' }
 */
export function commentRemoval(text: string, { from, to }: Place): Splice | null {
  const start = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  const end = endOfLine(text, to);
  const [before, after] = [text.slice(start, from), text.slice(to, end)];
  if (after.trim() !== '') return before.trim() === '' ? null : { from, to, insert: '' };
  if (before.trim() !== '') {
    const words = before.trimEnd();
    return /^[\s>*+-]*$/.test(words) ? null : { from: start + words.length, to, insert: '' };
  }
  const above = lastLine(text.slice(0, start));
  const below = firstLine(text.slice(afterLine(text, end)));
  const isApart = above.blank || below.blank || /^ {0,3}#{1,6}[ \t]/.test(below.line);
  if (!isApart || (LIST_LIKE.test(above.line) && LIST_LIKE.test(below.line))) return null;
  return { from: start, to: afterLine(text, end), insert: '' };
}

interface Neighbour {
  /** The nearest line with words; empty where there is none. */
  readonly line: string;
  /** Whether an empty line, or nothing at all, stands between. */
  readonly blank: boolean;
}

/** No longer stretch of empty lines was typed. */
const NEAR = 2_000;

function lastLine(text: string): Neighbour {
  const lines = text
    .slice(-NEAR)
    .split(/\r\n|\n|\r/)
    .slice(0, -1);
  return { line: lines.findLast((line) => line.trim() !== '') ?? '', blank: (lines.at(-1) ?? '').trim() === '' };
}

function firstLine(text: string): Neighbour {
  const lines = text.slice(0, NEAR).split(/\r\n|\n|\r/);
  return { line: lines.find((line) => line.trim() !== '') ?? '', blank: (lines[0] ?? '').trim() === '' };
}

function endOfLine(text: string, from: number): number {
  const ends = [text.indexOf('\n', from), text.indexOf('\r', from)].filter((at) => at >= 0);
  return ends.length === 0 ? text.length : Math.min(...ends);
}

function afterLine(text: string, end: number): number {
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}
