import type { Place, Reading, Splice } from '../model/index.ts';
import type { Block, Item, List, Row, Table } from '../read/block.ts';
import { type Examined, examine, type ReadOptions } from '../read/read.ts';

/** The text that an edit is planned and checked on: the whole document, or the parts of a large one that matter. */
export interface Page {
  readonly text: string;
  readonly examined: Examined;
  /** The reading of the whole document. */
  readonly whole: Reading;
  readonly kept: readonly Place[];
  /** A place of the document on this page; null where it was left out. */
  readonly toPage: (place: Place) => Place | null;
  /** A splice of this page in the document; null where it reaches over what was left out. */
  readonly toDocument: (splice: Splice) => Splice | null;
}

/** Reads the kept parts of a document as one text. */
export function pageOf(whole: Reading, kept: readonly Place[], options: ReadOptions): Page {
  const text = kept.map(({ from, to }) => whole.text.slice(from, to)).join('');
  const starts: number[] = [];
  let length = 0;
  for (const { from, to } of kept) {
    starts.push(length);
    length += to - from;
  }
  return {
    text,
    examined: examine(text, options),
    whole,
    kept,
    toPage: ({ from, to }) => {
      const index = kept.findIndex((part) => part.from <= from && to <= part.to);
      const by = (starts[index] ?? 0) - (kept[index]?.from ?? 0);
      return index < 0 ? null : { from: from + by, to: to + by };
    },
    toDocument: (splice) => {
      const index = kept.findIndex((part, at) => splice.to <= (starts[at] ?? 0) + part.to - part.from);
      const part = kept[index];
      if (part === undefined || splice.from < (starts[index] ?? 0)) return null;
      const by = part.from - (starts[index] ?? 0);
      return inDocument(whole, kept, index, { ...splice, from: splice.from + by, to: splice.to + by });
    },
  };
}

/**
 * A splice of one kept part in the document. Behind a part that ends within its section, only a new section can be
 * meant: it stands before the heading that begins the next part.
 */
function inDocument({ text, sections }: Reading, kept: readonly Place[], index: number, splice: Splice): Splice | null {
  const part = kept[index];
  const next = kept[index + 1];
  if (part === undefined) return null;
  const isWhole = part.to === text.length || sections.some(({ from }) => from === part.to);
  if (splice.from === part.to && next !== undefined) {
    if (!sections.some(({ from }) => from === next.from)) return null;
    const isParted = /\n[ \t\r]*\n$|\r[ \t]*\r$/.test(text.slice(Math.max(0, next.from - 20), next.from));
    const insert = isParted ? splice.insert.replace(/^(?:\r\n|\r|\n)/, '') : splice.insert;
    return { from: next.from, to: next.from, insert };
  }
  return isWhole || splice.to <= lineStart(text, Math.max(part.from, part.to - 1)) - 1 ? splice : null;
}

/** The blocks that an offset stands in, from the outermost to the innermost, and what they are. */
export interface Standing {
  readonly section: number;
  readonly block: Block | null;
  readonly list: List | null;
  readonly item: Item | null;
  readonly table: Table | null;
  readonly row: Row | null;
  readonly column: number;
}

/** What a place stands in. */
export function standingOf({ examined: { outline } }: Page, { from, to }: Place): Standing {
  const section = outline.sections.findLastIndex((candidate) => candidate.from <= from);
  let found: Standing = { section, block: null, list: null, item: null, table: null, row: null, column: -1 };
  let blocks: readonly Block[] = outline.bodies[section] ?? [];
  for (let depth = 0; depth < 200; depth += 1) {
    const block = blocks.find((candidate) => candidate.from <= from && to <= candidate.to);
    if (block === undefined) return found;
    found = { ...found, block };
    if (block.kind === 'quote') blocks = block.children;
    else if (block.kind === 'list') {
      const item = block.items.find((candidate) => candidate.from <= from && to <= candidate.to) ?? null;
      found = { ...found, list: block, item };
      blocks = item?.children ?? [];
    } else if (block.kind === 'table') {
      const row = block.rows.find((candidate) => candidate.from <= from && to <= candidate.to) ?? null;
      const cells = row?.cells ?? block.header;
      const column = cells.findIndex((cell) => cell.from <= from && to <= cell.to);
      return { ...found, table: block, row, column };
    } else return found;
  }
  return found;
}

export function frontMatterEnd({ examined }: Page): number {
  return examined.frontMatter.end;
}

/** Where the line of an offset begins, behind a byte order mark. */
export function lineStart(text: string, at: number): number {
  const before = at === 0 ? -1 : Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1));
  return before < 0 && text.startsWith('\uFEFF') ? Math.min(1, at) : before + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineStop(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** Where the next line begins; the text's length behind the last one. */
export function nextLine(text: string, at: number): number {
  const end = lineStop(text, at);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(text.length, end + 1);
}

function isBlankLine(text: string, at: number): boolean {
  return text.slice(at, lineStop(text, at)).trim() === '';
}

/** New lines below the one that an offset stands on. */
export function below({ text }: Page, at: number, lines: string): Splice {
  const end = lineStop(text, at);
  return { from: end, to: end, insert: `\n${lines}` };
}

/** New lines above the one that an offset stands on. */
export function above({ text }: Page, at: number, lines: string): Splice {
  const start = lineStart(text, at);
  return { from: start, to: start, insert: `${lines}\n` };
}

/**
 * Whole lines taken away, with one of the blank lines where some stand on both sides. A text without a final line end
 * has none afterwards.
 */
export function withoutLines({ text }: Page, { from, to }: Place): Splice {
  const start = lineStart(text, from);
  let end = to > from && (text[to - 1] === '\n' || text[to - 1] === '\r') ? to : nextLine(text, to);
  const isAfterBlank = start === 0 || isBlankLine(text, lineStart(text, start - 1));
  if (isAfterBlank && end < text.length && isBlankLine(text, end)) end = nextLine(text, end);
  if (end < text.length || start === 0 || /[\r\n]$/.test(text)) return { from: start, to: end, insert: '' };
  let before = start;
  while (before > 0 && (text[before - 1] === '\n' || text[before - 1] === '\r')) before -= 1;
  return { from: before, to: end, insert: '' };
}

/** Whether a blank line stands between two places. */
export function isApart({ text }: Page, one: Place | undefined, other: Place | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const between = text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from));
  return /(?:\r\n|\r(?!\n)|\n)[ \t>]*(?:\r|\n)/.test(between);
}
