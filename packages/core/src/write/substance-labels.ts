import type { Place, Splice } from '../model/index.ts';

/** A label as it stands before its value: marks, a few words, and a colon or the border of a cell. */
const LABEL = /^[\s>*_+#|-]{0,12}[\p{L}\p{M}][\p{L}\p{M} ./()-]{0,40}["'*_\s]{0,6}(?:[:：=|][*_\s|`"'[]{0,12})?$/u;

/** A label among others on its line, with what stands between them. */
const INLINE = /[ \t]{0,4}[·|•][ \t]{0,4}[*_]{0,3}[\p{L}\p{M}][\p{L}\p{M} ./()-]{0,40}[*_]{0,3}[:：][*_\s"'`]{0,6}$/u;

/**
 * Takes values out of a text: with the whole line where it holds a label and nothing else, so that a line that is added
 * for them later changes nothing.
 */
export function followUpLines(text: string, values: readonly Place[]): readonly Splice[] {
  const byLine = new Map<number, Place[]>();
  for (const place of values) {
    if (place.to <= place.from) continue;
    const start = lineStart(text, place.from);
    byLine.set(start, [...(byLine.get(start) ?? []), place]);
  }
  return [...byLine].flatMap(([start, places]) => ofLine(text, start, places));
}

function ofLine(text: string, start: number, places: readonly Place[]): readonly Splice[] {
  const sorted = places.toSorted((a, b) => a.from - b.from);
  const blanks = sorted.map(({ from, to }) => {
    const before = text.slice(Math.max(start, from - 80), from);
    return { from: from - (INLINE.exec(before)?.[0].length ?? 0), to, insert: '' };
  });
  const end = lineEnd(text, start);
  if (sorted.some(({ to }) => to > end)) return blanks;
  let at = start;
  let rest = '';
  for (const { from, to } of sorted) {
    if (at > start) rest += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  rest += text.slice(at, end);
  const label = text.slice(start, sorted[0]?.from);
  return LABEL.test(label) && !/[\p{L}\p{N}]/u.test(rest) ? [{ from: start, to: end, insert: '' }] : blanks;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line end. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
