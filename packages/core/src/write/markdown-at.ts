import type { Place } from '../model/index.ts';
import type { Anatomy } from '../read/index.ts';

/** A stretch of the document as it is written, with LF line ends and without the marks of what surrounds it. */
export function markdownAt({ reading }: Anatomy, { from, to }: Place): string {
  return reading.text.slice(from, to).replaceAll(/\r\n?/g, '\n');
}

/**
 * Blocks at a place with their indentation taken off, as they would stand on their own. Lines that begin further left
 * stay as they are.
 */
export function blocksAt(anatomy: Anatomy, { from, to }: Place): string {
  const { text } = anatomy.reading;
  const lineStart = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  const column = /^\s*$/.test(text.slice(lineStart, from)) ? from - lineStart : 0;
  const lines = markdownAt(anatomy, { from, to }).split('\n');
  const dedented = lines.map((line, index) =>
    index > 0 && /^[ \t]*$/.test(line.slice(0, column)) ? line.slice(Math.min(column, line.length)) : line,
  );
  return dedented.join('\n').trimEnd();
}
