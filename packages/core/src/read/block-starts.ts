import { BACKTICK, CLOSE_PARENTHESIS, DASH, EQUALS, HASH, PLUS, POINT, STAR, UNDERSCORE } from './character-codes.ts';
import { isSpace, type Line, skipSpace } from './line.ts';

/** Where the marks of a code fence end that begins here; -1 where none begins. */
export function endOfFence(flat: string, { at, to, next }: Line): number {
  const end = endOfRun(flat, at, to, next);
  if (end < at + 3) return -1;
  if (next === BACKTICK)
    for (let after = end; after < to; after += 1) if (flat.charCodeAt(after) === BACKTICK) return -1;
  return end;
}

/** The position behind a run of one character. */
export function endOfRun(flat: string, from: number, to: number, code: number): number {
  let end = from;
  while (end < to && flat.charCodeAt(end) === code) end += 1;
  return end;
}

/** Three or more stars, dashes or underscores, and nothing else. */
export function isRule(flat: string, { at, to, next }: Line): boolean {
  if (next !== STAR && next !== DASH && next !== UNDERSCORE) return false;
  let marks = 0;
  for (let position = at; position < to; position += 1) {
    const code = flat.charCodeAt(position);
    if (code === next) marks += 1;
    else if (!isSpace(code)) return false;
  }
  return marks >= 3;
}

export function isBullet(flat: string, { at, to, next }: Line): boolean {
  return (next === DASH || next === PLUS || next === STAR) && (at + 1 === to || isSpace(flat.charCodeAt(at + 1)));
}

/** The length of a number with its point or parenthesis; 0 where there is none. */
export function lengthOfNumber(flat: string, { at, to }: Line): number {
  let end = at;
  while (end < to && end <= at + 9 && isDigit(flat.charCodeAt(end))) end += 1;
  if (end === at || end > at + 9 || end === to) return 0;
  const mark = flat.charCodeAt(end);
  if (mark !== POINT && mark !== CLOSE_PARENTHESIS) return 0;
  return end + 1 === to || isSpace(flat.charCodeAt(end + 1)) ? end + 1 - at : 0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The level of a heading marked with `#`; 0 where there is none. */
export function headingLevel(flat: string, { at, to }: Line): number {
  const end = endOfRun(flat, at, Math.min(to, at + 7), HASH);
  const level = end - at;
  return level <= 6 && (end === to || isSpace(flat.charCodeAt(end))) ? level : 0;
}

/** Whether the line is one that makes the text above it a heading. */
export function isUnderline(flat: string, { at, to, next, column, baseColumn }: Line): boolean {
  if ((next !== DASH && next !== EQUALS) || column >= baseColumn + 4) return false;
  return skipSpace(flat, endOfRun(flat, at, to, next), to) === to;
}
