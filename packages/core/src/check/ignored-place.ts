import type { Place } from '../model/index.ts';
import { textLines } from './text-lines.ts';

/** The lines of a text outside of code, and which of them say nothing. */
export interface Lines {
  readonly places: readonly Place[];
  readonly blank: readonly boolean[];
}

/** Looks at each line once, however many comments there are. A line of nothing but comments says nothing. */
export function linesOf(text: string): Lines {
  const places = textLines(text);
  return { places, blank: places.map((place) => isBlank(text, place)) };
}

/**
 * Where a comment silences: on its own line, and, where nothing but comments stands on that line, also over the block that
 * follows. A block ends at the next empty line, and a heading is a block of one line.
 *
 * @param at the index of the line on which the comment begins
 */
export function ignoredPlace(text: string, lines: Lines, at: number, comment: Place): Place {
  const { places, blank } = lines;
  const line = places[at] ?? comment;
  let last = at;
  while (last < places.length && (places[last]?.to ?? 0) < comment.to) last += 1;
  const end = places[last];
  if (end === undefined) return { from: line.from, to: Math.max(line.to, comment.to) };
  const beside = text.slice(line.from, comment.from) + text.slice(comment.to, end.to);
  if (/[^\s>]/.test(withoutComments(beside))) return { from: line.from, to: end.to };
  const first = blank.indexOf(false, last + 1);
  const next = places[first];
  if (next === undefined) return { from: line.from, to: end.to };
  if (isHeading(text, next)) return { from: line.from, to: next.to };
  const after = blank.indexOf(true, first + 1);
  return { from: line.from, to: (after < 0 ? places.at(-1) : places[after - 1])?.to ?? text.length };
}

/** A further comment on the same line, or one line of comment between this and the block, is no block of its own. */
function isBlank(text: string, { from, to }: Place): boolean {
  return !/[^\s>]/.test(withoutComments(text.slice(from, to)));
}

function withoutComments(words: string): string {
  return words.includes('<!--') ? words.replaceAll(/<!--(?:[^<>]|<(?!!--)){0,2000}-->/g, '') : words;
}

function isHeading(text: string, { from, to }: Place): boolean {
  return /^ {0,3}#{1,6}[ \t]/.test(text.slice(from, to));
}
