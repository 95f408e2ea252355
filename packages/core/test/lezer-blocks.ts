import type { SyntaxNodeRef } from '@lezer/common';
import { parser as commonmark } from '@lezer/markdown';
import type { Message, Place } from '../src/model/index.ts';
import type { Block, Item, Table } from '../src/read/block.ts';
import type { Blocks } from '../src/read/blocks.ts';
import { linesOf, rowsAfter, tableIn, trim } from '../src/read/table.ts';

/** A grammar that editors use, without its inline pass. */
const parser = Object.assign(commonmark.configure({}), { parseInline: () => [] });

const MOST_MESSAGES = 200;

/** The block tree as it was read before Debrief had a scanner of its own. */
export function lezerBlocksOf(flat: string, start: number): Blocks {
  const blocks: Block[] = [];
  const build: Build = { flat, start, open: [{ children: blocks }], references: new Map(), messages: [] };
  parser.parse(flat.slice(start)).iterate({
    enter: (node) => {
      const enter = ENTER_BY_TYPE[node.type.id];
      return enter === undefined ? true : enter(node, build);
    },
    leave: (node) => LEAVE_BY_TYPE[node.type.id]?.(node, build),
  });
  return { blocks, references: build.references, messages: build.messages };
}

interface Frame {
  readonly children: Block[];
  readonly items?: Item[];
  content?: number;
  ticked?: boolean;
}

interface Build {
  readonly flat: string;
  readonly start: number;
  readonly open: Frame[];
  readonly references: Map<string, string>;
  readonly messages: Message[];
}

type Enter = (node: SyntaxNodeRef, build: Build) => boolean;

const heading =
  (level: number): Enter =>
  (node, build) => {
    const place = placeOf(node, build);
    push(build, { kind: 'heading', ...place, level, content: atxContent(build.flat, place) });
    return false;
  };

/**
 * A line of dashes right below a line of text makes a heading by the rules of Markdown. Below a label or several
 * lines it was meant as a rule, as every renderer's surprised user can tell.
 */
const setext =
  (level: number): Enter =>
  (node, build) => {
    const place = placeOf(node, build);
    const lines = linesOf(build.flat, place);
    const text = lines.slice(0, -1);
    const first = text[0];
    const underline = lines.at(-1);
    if (first === undefined || underline === undefined) return false;
    const words = build.flat.slice(first.from, first.to);
    if (text.length > 1 || /^(?:\*\*|__)|\|/.test(words)) {
      pushParagraph(build, { from: first.from, to: text.at(-1)?.to ?? first.to });
      push(build, { kind: 'rule', ...underline });
    } else push(build, { kind: 'heading', ...place, level, content: first });
    return false;
  };

const enterList: Enter = (_node, { open }) => {
  open.push({ children: [], items: [] });
  return true;
};

const enterChildren: Enter = (_node, { open }) => {
  open.push({ children: [] });
  return true;
};

const ENTER: Readonly<Record<string, Enter>> = {
  ATXHeading1: heading(1),
  ATXHeading2: heading(2),
  ATXHeading3: heading(3),
  ATXHeading4: heading(4),
  ATXHeading5: heading(5),
  ATXHeading6: heading(6),
  SetextHeading1: setext(1),
  SetextHeading2: setext(2),
  BulletList: enterList,
  OrderedList: enterList,
  ListItem: enterChildren,
  Blockquote: enterChildren,
  ListMark: () => false,
  QuoteMark: () => false,
  Paragraph: (node, build) => {
    const place = placeOf(node, build);
    const frame = build.open.at(-1);
    if (frame !== undefined && frame.content === undefined) {
      frame.content = place.from;
      const box = /^\[([ xX✓✔])\](?=\s|$)\s*/.exec(build.flat.slice(place.from, Math.min(place.to, place.from + 20)));
      if (box !== null && build.open.length > 1) {
        frame.ticked = box[1] !== ' ';
        frame.content = place.from + box[0].length;
      }
    }
    pushParagraph(build, place);
    return false;
  },
  HorizontalRule: (node, build) => {
    push(build, { kind: 'rule', ...placeOf(node, build) });
    return false;
  },
  FencedCode: (node, build) => {
    const place = placeOf(node, build);
    const inner = node.node;
    const info = inner.getChild('CodeInfo');
    const first = inner.getChild('CodeText');
    const content =
      first === null ? { from: place.to, to: place.to } : { from: build.start + first.from, to: place.to };
    const marks = inner.getChildren('CodeMark');
    if (marks.length > 1) content.to = Math.max(content.from, build.start + (marks.at(-1)?.from ?? 0));
    else if (build.open.length === 1) {
      const message =
        'This code block is never closed, so everything below it is code. Close it with the same marks on a line of their own.';
      build.messages.push({
        code: 'unclosed-fence',
        message,
        place: { from: place.from, to: Math.min(place.to, place.from + 3) },
      });
    }
    const name = info === null ? '' : build.flat.slice(build.start + info.from, build.start + info.to);
    push(build, { kind: 'code', ...place, info: name, content: trim(build.flat, content.from, content.to) });
    return false;
  },
  CodeBlock: (node, build) => {
    const place = placeOf(node, build);
    push(build, { kind: 'code', ...place, info: '', content: place });
    return false;
  },
  HTMLBlock: (node, build) => {
    push(build, { kind: 'html', comment: false, ...placeOf(node, build) });
    return false;
  },
  CommentBlock: (node, build) => {
    push(build, { kind: 'html', comment: true, ...placeOf(node, build) });
    return false;
  },
  ProcessingInstructionBlock: () => false,
  LinkReference: (node, build) => {
    const { from, to } = placeOf(node, build);
    const match = /^\[([^\]]{1,500})\]:\s*<?(\S*?)>?(?:\s|$)/.exec(build.flat.slice(from, Math.min(to, from + 3_000)));
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !build.references.has(name)) build.references.set(name, match?.[2] ?? '');
    return false;
  },
};

const LEAVE: Readonly<Record<string, (node: SyntaxNodeRef, build: Build) => void>> = {
  BulletList: (node, build) => leaveList(node, build, false),
  OrderedList: (node, build) => leaveList(node, build, true),
  ListItem: (node, build) => {
    const frame = build.open.pop();
    const place = placeOf(node, build);
    const { from, to } = place;
    const item = { from, to, content: frame?.content ?? to, children: frame?.children ?? [] };
    build.open.at(-1)?.items?.push(frame?.ticked === undefined ? item : { ...item, ticked: frame.ticked });
  },
  Blockquote: (node, build) => {
    const frame = build.open.pop();
    push(build, { kind: 'quote', ...placeOf(node, build), children: frame?.children ?? [] });
  },
};

const ENTER_BY_TYPE = parser.nodeSet.types.map(({ name }) => ENTER[name]);
const LEAVE_BY_TYPE = parser.nodeSet.types.map(({ name }) => LEAVE[name]);

function leaveList(node: SyntaxNodeRef, build: Build, ordered: boolean): void {
  const frame = build.open.pop();
  push(build, { kind: 'list', ...placeOf(node, build), ordered, items: frame?.items ?? [] });
}

function placeOf(node: SyntaxNodeRef, { start }: Build): Place {
  return { from: node.from + start, to: node.to + start };
}

function push({ open }: Build, block: Block): void {
  open.at(-1)?.children.push(block);
}

function pushParagraph(build: Build, place: Place): void {
  const paragraph = { kind: 'paragraph', from: place.from, to: place.to } as const;
  if (!build.flat.slice(place.from, place.to).includes('|')) return push(build, paragraph);
  const table = tableIn(build.flat, paragraph);
  if (table !== null) {
    for (const message of table.messages) if (build.messages.length < MOST_MESSAGES) build.messages.push(message);
    for (const block of table.blocks) push(build, block);
    return;
  }
  const siblings = build.open.at(-1)?.children ?? [];
  const before = siblings.at(-1);
  const more = before?.kind === 'table' ? rowsAfter(build.flat, before, paragraph) : null;
  if (more === null || before?.kind !== 'table') return push(build, paragraph);
  const joined: Table = { ...before, to: place.to, rows: [...before.rows, ...more] };
  siblings[siblings.length - 1] = joined;
  build.messages.push({
    code: 'broken-table',
    message: 'A blank line parts these rows from their table. They were read as its rows.',
    place,
  });
}

function atxContent(flat: string, { from, to }: Place): Place {
  let start = from;
  while (flat[start] === '#') start += 1;
  const inner = trim(flat, start, to);
  let end = inner.to;
  while (end > inner.from && flat[end - 1] === '#') end -= 1;
  const closed = end < inner.to && (end === inner.from || flat[end - 1] === ' ' || flat[end - 1] === '\t');
  return closed ? trim(flat, inner.from, end) : inner;
}
