import type { Place } from '../model/index.ts';
import { pushLines } from './paragraph-or-table.ts';
import type { Scan } from './scan.ts';
import { linesOf, trim } from './table.ts';

/** A heading marked with `#`. */
export function pushHeading(scan: Scan, level: number, from: number, to: number): void {
  scan.blocks.push({ kind: 'heading', from, to, level, content: headingWords(scan.flat, from + level, to) });
}

function headingWords(flat: string, from: number, to: number): Place {
  const inner = trim(flat, from, to);
  let end = inner.to;
  while (end > inner.from && flat[end - 1] === '#') end -= 1;
  const closed = end < inner.to && (end === inner.from || flat[end - 1] === ' ' || flat[end - 1] === '\t');
  return closed ? trim(flat, inner.from, end) : inner;
}

/**
 * A line of dashes right below a line of text makes a heading by the rules of Markdown. Below a label or several
 * lines it was meant as a rule, as every renderer's surprised user can tell.
 */
export function pushUnderlined(scan: Scan, level: number, from: number, to: number): void {
  const { flat } = scan;
  const lines = linesOf(flat, { from, to });
  const first = lines[0];
  const last = lines.at(-2);
  const underline = lines.at(-1);
  if (first === undefined || last === undefined || underline === undefined) return;
  if (lines.length > 2 || /^(?:\*\*|__)|\|/.test(flat.slice(first.from, first.to))) {
    pushLines(scan, first.from, last.to);
    scan.blocks.push({ kind: 'rule', ...underline });
  } else scan.blocks.push({ kind: 'heading', from, to, level, content: first });
}
