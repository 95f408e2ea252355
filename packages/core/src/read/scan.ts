import { GREATER } from './character-codes.ts';
import type { Message } from '../model/index.ts';
import type { Block, Item } from './block.ts';
import { isBullet, isRule, lengthOfNumber } from './block-starts.ts';
import { isSpace, type Line, moveBase, moveBaseToColumn, startLine } from './line.ts';

/** How far the scan of a text for blocks has come. */
export interface Scan {
  readonly flat: string;
  readonly line: Line;
  /** The blocks that are open and hold others, the document first. */
  readonly open: Container[];
  /** Finished blocks whose container is still open, and likewise items. */
  readonly blocks: Block[];
  readonly items: Item[];
  readonly references: Map<string, string>;
  readonly messages: Message[];
  /** How many lists are open, by whether they are numbered. */
  bulleted: number;
  numbered: number;
  isAtEnd: boolean;
  /** The first pipe that no paragraph has passed. */
  nextPipe: number;
}

/** A block that holds others. */
export interface Container {
  readonly kind: 'document' | 'quote' | 'list' | 'item';
  readonly from: number;
  /** Of a list the code of its mark, of an item the columns by which its content is indented. */
  readonly value: number;
  readonly ordered: boolean;
  /** How many blocks and items were finished when it began. */
  readonly blocksBefore: number;
  readonly itemsBefore: number;
  /** Where its own marks end. */
  to: number;
  /** Where the last of its parts ends; -1 while it has none. */
  lastTo: number;
  /** Of an item: nothing stands behind its mark. */
  beginsBlank: boolean;
  /** Of an item: where its words begin, behind bullet and box; -1 until they were seen. */
  content: number;
  ticked: boolean | undefined;
}

export function startScan(flat: string, start: number): Scan {
  const line: Line = {
    from: start,
    to: start,
    at: start,
    column: 0,
    next: -1,
    base: start,
    baseColumn: 0,
    reached: 0,
    depth: 1,
    marks: [],
  };
  const scan: Scan = {
    flat,
    line,
    open: [],
    blocks: [],
    items: [],
    references: new Map(),
    messages: [],
    bulleted: 0,
    numbered: 0,
    isAtEnd: false,
    nextPipe: -1,
  };
  openBlock(scan, 'document', start, 0, false);
  startLine(flat, line, start);
  return scan;
}

export function innermost({ open }: Scan): Container {
  return open[open.length - 1] as Container;
}

export function openBlock(
  scan: Scan,
  kind: Container['kind'],
  from: number,
  value: number,
  ordered: boolean,
): Container {
  const container: Container = {
    kind,
    from,
    value,
    ordered,
    blocksBefore: scan.blocks.length,
    itemsBefore: scan.items.length,
    to: scan.line.to,
    lastTo: -1,
    beginsBlank: false,
    content: -1,
    ticked: undefined,
  };
  scan.open.push(container);
  return container;
}

/** Goes to the next line and into the containers that go on in it. Answers whether there was one. */
export function nextLine(scan: Scan): boolean {
  const { flat, line } = scan;
  if (line.to >= flat.length) {
    scan.isAtEnd = true;
    startLine(flat, line, flat.length);
  } else startLine(flat, line, line.to + 1);
  line.depth = 1;
  while (line.depth < scan.open.length && goesOn(scan, scan.open[line.depth] as Container)) line.depth += 1;
  return !scan.isAtEnd;
}

/** Where the line before this one ends. */
export function endBefore({ isAtEnd, line }: Scan): number {
  return isAtEnd ? line.from : line.from - 1;
}

/** Whether a container goes on in the line; if so, the line's base moves into it. */
function goesOn(scan: Scan, container: Container): boolean {
  const { flat, line } = scan;
  if (container.kind === 'quote') {
    if (line.next !== GREATER) return false;
    line.marks.push(line.at);
    container.to = line.to;
    moveBase(flat, line, line.at + (line.at + 1 < line.to && isSpace(flat.charCodeAt(line.at + 1)) ? 2 : 1));
    return true;
  }
  if (container.kind === 'list') return listGoesOn(scan, container);
  if (line.next < 0 ? container.beginsBlank && container.lastTo < 0 : line.column < line.baseColumn + container.value)
    return false;
  moveBaseToColumn(flat, line, line.baseColumn + container.value);
  return true;
}

function listGoesOn({ flat, line, open }: Scan, list: Container): boolean {
  if (line.next < 0) return true;
  const item = open[line.depth + 1];
  if (item !== undefined && line.column >= item.value + line.baseColumn) return true;
  if (line.column >= line.baseColumn + 4) return false;
  if (list.ordered) {
    const length = lengthOfNumber(flat, line);
    return length > 0 && flat.charCodeAt(line.at + length - 1) === list.value;
  }
  return line.next === list.value && isBullet(flat, line) && !isRule(flat, line);
}
