import { endOfRun } from './block-starts.ts';
import { positionOf, skipSpace, skipSpaceBack } from './line.ts';
import { endBefore, nextLine, type Scan } from './scan.ts';
import { trim } from './table.ts';

/** Reads code whose lines are indented by four columns. Answers where it ends. */
export function readIndentedCode(scan: Scan): number {
  const { flat, line } = scan;
  const column = line.baseColumn + 4;
  const from = positionOf(flat, line, column);
  let { to } = line;
  let marks: number[] = [];
  while (nextLine(scan) && line.depth >= scan.open.length) {
    if (line.next < 0) marks.push(...line.marks);
    else if (line.column < column) break;
    else {
      marks = [];
      to = line.to;
    }
  }
  if (marks.length > 0) line.marks = [...marks, ...line.marks];
  scan.blocks.push({ kind: 'code', from, to, info: '', content: { from, to } });
  return to;
}

/** Reads code from the fence whose marks end at `fenceEnd` to the one that closes it. Answers where it ends. */
export function readFencedCode(scan: Scan, fenceEnd: number): number {
  const { flat, line } = scan;
  const { at: from, next: mark } = line;
  const infoFrom = skipSpace(flat, fenceEnd, line.to);
  const info = flat.slice(infoFrom, skipSpaceBack(flat, infoFrom, line.to));
  let first = -1;
  let close = -1;
  for (let lines = 0; nextLine(scan) && line.depth >= scan.open.length; lines += 1) {
    const end = line.column < line.baseColumn + 4 ? endOfRun(flat, line.at, line.to, mark) : line.at;
    const closes = end - line.at >= fenceEnd - from && skipSpace(flat, end, line.to) === line.to;
    if (first < 0 && lines > 0) first = line.from - 1;
    else if (first < 0 && !closes && line.base < line.to) first = line.base;
    if (closes) {
      close = line.at;
      nextLine(scan);
      break;
    }
  }
  const to = endBefore(scan);
  const start = first < 0 ? to : first;
  const content = trim(flat, start, close < 0 ? to : Math.max(start, close));
  if (close < 0 && scan.open.length === 1) reportUnclosed(scan, from, to);
  scan.blocks.push({ kind: 'code', from, to, info, content });
  return to;
}

function reportUnclosed({ messages }: Scan, from: number, to: number): void {
  messages.push({
    code: 'unclosed-fence',
    message:
      'This code block is never closed, so everything below it is code. Close it with the same marks on a line of their own.',
    place: { from, to: Math.min(to, from + 3) },
  });
}
