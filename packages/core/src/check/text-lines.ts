import type { Place } from '../model/index.ts';

/**
 * The lines of a text that stand outside of fenced code, without their line ends, in their order.
 *
 * @example textLines('a\n```\nb\n```\nc') // the places of “a” and “c”
 */
export function textLines(text: string): readonly Place[] {
  const lines: Place[] = [];
  let fence: string | null = null;
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const marker = fenceAt(text, from, to);
    if (fence === null && marker === null) lines.push({ from, to: text[to - 1] === '\r' && to > from ? to - 1 : to });
    else if (fence === null) fence = marker;
    else if (marker !== null && closes(marker, fence, text.slice(from, to))) fence = null;
    from = to + 1;
  }
  return lines;
}

const FENCE = /[ \t>]{0,40}(?:[-*+][ \t]{1,4})?(`{3,}|~{3,})/y;

/** The run of backticks or tildes that opens or closes a block of code on this line. */
function fenceAt(text: string, from: number, to: number): string | null {
  FENCE.lastIndex = from;
  const run = FENCE.exec(text)?.[1];
  if (run === undefined || FENCE.lastIndex > to) return null;
  // Backticks behind the run make it code within a line.
  return run.startsWith('`') && text.slice(FENCE.lastIndex, to).includes('`') ? null : run;
}

function closes(marker: string, fence: string, line: string): boolean {
  return marker[0] === fence[0] && marker.length >= fence.length && line.trimEnd().endsWith(marker);
}
