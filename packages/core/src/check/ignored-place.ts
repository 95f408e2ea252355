import type { Place } from '../model/index.ts';

/**
 * Where a comment silences: on its own line, and, where nothing but comments stands on that line, also over the block that
 * follows. A block ends at the next empty line, and a heading is a block of one line.
 *
 * @param lines of the text, outside of code
 * @param at the index of the line on which the comment begins
 */
export function ignoredPlace(text: string, lines: readonly Place[], at: number, comment: Place): Place {
  const line = lines[at] ?? comment;
  const last = nextLine(lines, at, ({ to }) => to >= comment.to);
  const end = lines[last];
  if (end === undefined) return { from: line.from, to: Math.max(line.to, comment.to) };
  const beside = text.slice(line.from, comment.from) + text.slice(comment.to, end.to);
  if (/[^\s>]/.test(withoutComments(beside))) return { from: line.from, to: end.to };
  const first = nextLine(lines, last + 1, (next) => !isBlank(text, next));
  const next = lines[first];
  if (next === undefined) return { from: line.from, to: end.to };
  return { from: line.from, to: isHeading(text, next) ? next.to : blockEnd(text, lines, first) };
}

function nextLine(lines: readonly Place[], from: number, fits: (line: Place) => boolean): number {
  let at = from;
  while (at < lines.length && !fits(lines[at] ?? { from: 0, to: 0 })) at += 1;
  return at;
}

function blockEnd(text: string, lines: readonly Place[], first: number): number {
  const after = nextLine(lines, first + 1, (line) => isBlank(text, line));
  return lines[after - 1]?.to ?? text.length;
}

/** A further comment on the same line, or one line of comment between this and the block, is no block of its own. */
function isBlank(text: string, { from, to }: Place): boolean {
  return !/[^\s>]/.test(withoutComments(text.slice(from, to)));
}

function withoutComments(words: string): string {
  return words.includes('<!--') ? words.replaceAll(/<!--[^>]{0,2000}-->/g, '') : words;
}

function isHeading(text: string, { from, to }: Place): boolean {
  return /^ {0,3}#{1,6}[ \t]/.test(text.slice(from, to));
}
