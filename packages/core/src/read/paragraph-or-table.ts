import type { Table } from './block.ts';
import { innermost, type Scan } from './scan.ts';
import { rowsAfter, tableIn } from './table.ts';

const MOST_MESSAGES = 200;
const BOX = /^\[([ xX✓✔])\](?=\s|$)\s*/;

/** Adds a paragraph, or the table that its lines are. */
export function pushParagraph(scan: Scan, from: number, to: number): void {
  noteContent(scan, from, to);
  pushLines(scan, from, to);
}

/** Where the words of an item begin, and whether its box is ticked. */
function noteContent(scan: Scan, from: number, to: number): void {
  const container = innermost(scan);
  if (container.kind !== 'item' || container.content >= 0) return;
  container.content = from;
  if (scan.flat[from] !== '[') return;
  const box = BOX.exec(scan.flat.slice(from, Math.min(to, from + 20)));
  if (box === null) return;
  container.ticked = box[1] !== ' ';
  container.content = from + box[0].length;
}

export function pushLines(scan: Scan, from: number, to: number): void {
  const { flat } = scan;
  const paragraph = { kind: 'paragraph', from, to } as const;
  if (!hasPipe(scan, from, to)) return void scan.blocks.push(paragraph);
  const table = tableIn(flat, paragraph);
  if (table !== null) {
    for (const message of table.messages) if (scan.messages.length < MOST_MESSAGES) scan.messages.push(message);
    scan.blocks.push(...table.blocks);
    return;
  }
  const before = scan.blocks.length > innermost(scan).blocksBefore ? scan.blocks[scan.blocks.length - 1] : undefined;
  const more = before?.kind === 'table' ? rowsAfter(flat, before, paragraph) : null;
  if (more === null || before?.kind !== 'table') return void scan.blocks.push(paragraph);
  const joined: Table = { ...before, to, rows: [...before.rows, ...more] };
  scan.blocks[scan.blocks.length - 1] = joined;
  scan.messages.push({
    code: 'broken-table',
    message: 'A blank line parts these rows from their table. They were read as its rows.',
    place: { from, to },
  });
}

/** The next pipe is looked for once, not by each paragraph before it. */
function hasPipe(scan: Scan, from: number, to: number): boolean {
  if (scan.nextPipe < from) {
    const at = scan.flat.indexOf('|', from);
    scan.nextPipe = at < 0 ? Infinity : at;
  }
  return scan.nextPipe < to;
}
