import { GREATER } from './character-codes.ts';
import { isBullet, isRule, lengthOfNumber } from './block-starts.ts';
import { columnOf, moveBase, moveBaseToColumn, skipSpace } from './line.ts';
import { innermost, openBlock, type Scan } from './scan.ts';

/** Opens the quote or list item that begins here, and its list where none is open. Answers whether one did. */
export function openContainer(scan: Scan): boolean {
  const { flat, line } = scan;
  if (line.next === GREATER) {
    openBlock(scan, 'quote', line.at, 0, false);
    moveBase(flat, line, line.at + (flat[line.at + 1] === ' ' ? 2 : 1));
    return true;
  }
  const length = isBullet(flat, line) ? 1 : lengthOfNumber(flat, line);
  if (length === 0 || isRule(flat, line)) return false;
  const ordered = length > 1;
  const behindMark = line.at + length;
  if (innermost(scan).kind !== 'list') {
    if (ordered) scan.numbered += 1;
    else scan.bulleted += 1;
    openBlock(scan, 'list', line.base, flat.charCodeAt(behindMark - 1), ordered);
  }
  const column = contentColumn(scan, behindMark);
  const width = line.to - line.from;
  const item = openBlock(scan, 'item', line.base, column - line.baseColumn, ordered);
  item.beginsBlank = ordered ? column === width : column >= width;
  moveBaseToColumn(flat, line, column);
  return true;
}

/** The column of an item's content: that of its first word, unless that is indented like code. */
function contentColumn({ flat, line }: Scan, behindMark: number): number {
  const first = skipSpace(flat, behindMark, line.to);
  const column = columnOf(flat, line, behindMark);
  const content = columnOf(flat, line, first);
  return first === line.to || content >= column + 5 ? column + 1 : content;
}

/** Closes what does not go on in this line. Marks of quotes belong to what is open where they stand. */
export function closeContainers(scan: Scan): void {
  const { line } = scan;
  let mark = 0;
  for (;;) {
    const container = innermost(scan);
    const isOpen = line.depth >= scan.open.length;
    for (; mark < line.marks.length; mark += 1) {
      const at = line.marks[mark] as number;
      if (!isOpen && at >= container.to) break;
      container.lastTo = at + 1;
    }
    if (isOpen) return;
    closeContainer(scan);
  }
}

export function closeAll(scan: Scan): void {
  while (scan.open.length > 1) closeContainer(scan);
}

function closeContainer(scan: Scan): void {
  const container = scan.open.pop();
  if (container === undefined) return;
  const { kind, from, ordered } = container;
  const to = Math.max(container.to, container.lastTo);
  innermost(scan).lastTo = to;
  if (kind === 'list') {
    if (ordered) scan.numbered -= 1;
    else scan.bulleted -= 1;
    scan.blocks.push({ kind, from, to, ordered, items: scan.items.splice(container.itemsBefore) });
    return;
  }
  const children = scan.blocks.splice(container.blocksBefore);
  if (kind === 'quote') scan.blocks.push({ kind, from, to, children });
  else {
    const item = { from, to, content: container.content < 0 ? to : container.content, children };
    scan.items.push(container.ticked === undefined ? item : { ...item, ticked: container.ticked });
  }
}
