import type { Message } from '../model/index.ts';

/** Lists and quotes deeper than this are read as plain text: no person wrote them, and parsers grow slow on them. */
export const deepestNesting = 100;

const SHALLOW_LINE = deepestNesting * 2;
const DEEP_RUN = new RegExp(`[ \\t>*+\\-0-9.)]{${SHALLOW_LINE}}`, 'y');

/**
 * Replaces the markers of lines nested deeper than {@link deepestNesting} by a harmless character of the same length,
 * so that the parser never sees them.
 */
export function cutNesting(flat: string): { readonly flat: string; readonly messages: readonly Message[] } {
  if (!hasDeepLine(flat)) return { flat, messages: [] };
  const lines = flat.split('\n');
  let offset = 0;
  let first = -1;
  for (const [index, line] of lines.entries()) {
    const cut = cutLine(line);
    if (cut !== line) {
      lines[index] = cut;
      if (first < 0) first = offset;
    }
    offset += line.length + 1;
  }
  if (first < 0) return { flat, messages: [] };
  const place = { from: first, to: first + 1 };
  const message = `Lists or quotes are nested deeper than ${deepestNesting} levels here; the deepest lines are read as plain text.`;
  return { flat: lines.join('\n'), messages: [{ code: 'deep-nesting', message, place }] };
}

/** Most lines are too short to be deep, which their length tells. */
function hasDeepLine(flat: string): boolean {
  for (let from = 0; from + SHALLOW_LINE <= flat.length;) {
    const end = flat.indexOf('\n', from);
    const to = end < 0 ? flat.length : end;
    DEEP_RUN.lastIndex = from;
    if (to - from >= SHALLOW_LINE && DEEP_RUN.test(flat)) return true;
    from = to + 1;
  }
  return false;
}

const MARKER = /[>*+-]|\d{1,9}[.)]/y;

function cutLine(line: string): string {
  let columns = 0;
  let markers = 0;
  let at = 0;
  while (at < line.length && Math.floor(columns / 2) + markers <= deepestNesting) {
    const character = line[at];
    MARKER.lastIndex = at;
    const marker = character === ' ' || character === '\t' ? null : MARKER.exec(line);
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += 4;
    else if (marker === null) break;
    else markers += 1;
    at += marker?.[0].length ?? 1;
  }
  if (Math.floor(columns / 2) + markers <= deepestNesting || isRule(line)) return line;
  const start = Math.min(at, SHALLOW_LINE);
  return line.slice(0, start) + line.slice(start).replace(/^[ \t>*+\-0-9.)]+/, (run) => '·'.repeat(run.length));
}

/** A line of nothing but dashes is a rule, a heading's underline or a table's delimiter, however long. */
function isRule(line: string): boolean {
  return /^ {0,3}[-|: \t]{3,}$|^ {0,3}\*{3,}\s*$/.test(line) && /---|\*\*\*/.test(line);
}
