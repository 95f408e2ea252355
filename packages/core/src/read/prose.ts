import type { Place, ProseBlock, Reading, SectionName } from '../model/index.ts';
import { sectionNames } from '../model/index.ts';
import { languages, lexiconOf } from '../vocabulary/index.ts';
import type { Block, Item, Paragraph } from './block.ts';
import { blocksOf } from './blocks.ts';
import { type Context, textField } from './context.ts';
import { inlineProse } from './inline-prose.ts';
import { labelsInParagraph } from './labels.ts';
import { cutNesting } from './nesting.ts';
import { withoutSpeech } from './quoted-speech.ts';
import { type Scanned, scannedFor } from './scanned.ts';
import { sourceOf } from './source.ts';
import { linesOf } from './table.ts';

interface Walk {
  readonly context: Context;
  readonly prose: ProseBlock[];
  section: number;
  /** What the section is about. */
  names: readonly SectionName[];
  /** What the label above the blocks is about, where it is known. */
  labelled: readonly SectionName[];
}

const SECTIONS: ReadonlySet<string> = new Set(sectionNames);
/** Labels that stand for a section under another name. */
const SECTION_OF: Readonly<Record<string, SectionName>> = {
  immediateCause: 'rootCause',
  whyItHappened: 'rootCause',
  whatHappened: 'summary',
  technical: 'contributingFactors',
  process: 'contributingFactors',
  human: 'contributingFactors',
  external: 'contributingFactors',
  whyNotEarlier: 'detection',
  detectionMethod: 'detection',
  action: 'actionItems',
};

/**
 * The running text of a document, block by block: paragraphs, items, cells and the values of labels, in the order of
 * the text. Left out are headings, labels, code, block quotes, quoted speech, HTML, comments, addresses, front matter,
 * lines of a log, and whatever is still a placeholder. A code span becomes one character, a word that says nothing.
 *
 * `text[i]` is the unit of the document at `offsetIn(block, i)`, or white space; never throws.
 *
 * @example proseOf(read('## Impact\n\nThe **kite** fell.\n')) // [{ section: 0, kind: 'paragraph', text: 'The kite fell.', … }]
 */
export function proseOf(reading: Reading): readonly ProseBlock[] {
  const { text, sections, postmortem } = reading;
  const { flat, blocks, references } = scannedOf(reading);
  const context: Context = {
    text,
    flat,
    isFlat: flat === text,
    lexicon: lexiconOf(languages),
    language: postmortem.language,
    references,
    decoded: new Map(),
    dayFirst: null,
    report: () => undefined,
  };
  const walk: Walk = { context, prose: [], section: 0, names: [], labelled: [] };
  let next = 0;
  for (const block of blocks) {
    while ((sections[next]?.from ?? Infinity) <= block.from) enter(walk, reading, next++);
    const section = sections[walk.section];
    if (section?.kind === 'heading' && section.from === block.from) continue;
    readBlock(walk, block);
  }
  return walk.prose;
}

/** The blocks of a reading, from when it was made, or from its text where it came from elsewhere. */
function scannedOf(reading: Reading): Scanned {
  const known = scannedFor.get(reading);
  if (known !== undefined) return known;
  const [first] = reading.sections;
  const source = sourceOf(reading.text);
  const start = first?.kind === 'frontMatter' ? first.to : source.start;
  const { flat } = cutNesting(source.flat);
  return { flat, start, ...blocksOf(flat, start) };
}

function enter(walk: Walk, { sections }: Reading, index: number): void {
  walk.section = index;
  walk.labelled = [];
  let at = index;
  while (at >= 0 && sections[at]?.names.length === 0) at = sections[at]?.parent ?? -1;
  walk.names = sections[at]?.names ?? [];
}

function readBlock(walk: Walk, block: Block): void {
  if (block.kind === 'paragraph') walk.labelled = readParagraph(walk, block, block.from, 'paragraph');
  else if (block.kind === 'list') for (const item of block.items) readItem(walk, item);
  else if (block.kind === 'table')
    for (const { cells } of block.rows) for (const cell of cells) push(walk, cell, 'cell', walk.labelled);
  else if (block.kind === 'rule') walk.labelled = [];
}

function readItem(walk: Walk, { content, children }: Item): void {
  const { labelled } = walk;
  for (const child of children) {
    if (child.kind === 'paragraph') {
      const own = readParagraph(walk, child, Math.max(child.from, content), 'item');
      if (own.length > 0) walk.labelled = own;
    } else readBlock(walk, child);
  }
  walk.labelled = labelled;
}

/** Reads the labels of a paragraph apart from their values. Answers what a label without a value is about. */
function readParagraph(walk: Walk, block: Paragraph, from: number, kind: 'paragraph' | 'item'): readonly SectionName[] {
  const labels = labelsInParagraph(walk.context, block, from, walk.section, kind === 'item' ? 'item' : 'line');
  const [first] = labels;
  // A paragraph that merely follows a label belongs to it.
  const inherited = walk.labelled;
  if (first === undefined) {
    pushLines(walk, { from, to: block.to }, kind, inherited);
    return inherited;
  }
  pushLines(walk, { from, to: first.labelPlace.from }, kind, inherited);
  for (const { names, value } of labels) {
    if (value !== null) pushLines(walk, value, 'value', sectionsOf(names));
  }
  const last = labels.at(-1);
  return last?.value === null ? sectionsOf(last.names) : [];
}

function sectionsOf(names: readonly string[]): readonly SectionName[] {
  const known = names.flatMap((name) => (SECTIONS.has(name) ? [name as SectionName] : (SECTION_OF[name] ?? [])));
  return known.slice(0, 1);
}

/** A line that a program wrote: it begins with an instant and a level, or with a level and a colon. */
const LOG_LINE =
  /^\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d\S{0,20}|[IWEF]\d{4} \d\d:\d\d:\d\d\S{0,20}|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d)\]?\s+\S|^\[?(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL|TRACE|CRITICAL)\]?[:\s]+\S|^(?:\w{1,40}=(?:"[^"]{0,200}"|[^\s"]{0,80})\s+){2}\w{1,40}=/;

/** Pushes the lines between lines of a log. */
function pushLines(walk: Walk, place: Place, kind: ProseBlock['kind'], names: readonly SectionName[]): void {
  const lines = linesOf(walk.context.flat, place);
  const isLog = lines.map(({ from, to }) => LOG_LINE.test(walk.context.flat.slice(from, Math.min(to, from + 300))));
  if (!isLog.includes(true)) return push(walk, place, kind, names);
  for (const [index, line] of lines.entries()) if (isLog[index] === false) push(walk, line, kind, names);
}

function push(walk: Walk, place: Place, kind: ProseBlock['kind'], names: readonly SectionName[]): void {
  const { context, prose, section } = walk;
  if (place.to <= place.from || textField(context, place).state !== 'known') return;
  const { text, runs } = withoutSpeech(inlineProse(context, place));
  const end = text.endsWith(' ') ? text.length - 1 : text.length;
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  prose.push({
    section,
    names: names.length > 0 ? names : walk.names,
    kind,
    text: text.slice(0, end),
    runs: (runs.at(-1)?.at ?? 0) < end ? runs : runs.slice(0, -1),
  });
}
