import { type Place, type Section, sectionNames } from '../model/index.ts';
import {
  type Anatomy,
  areSilent,
  type Block,
  type Labelled,
  isWithin,
  nameOf,
  saysWord,
  textField,
} from '../read/index.ts';
import { fold, foldHeading } from '../vocabulary/index.ts';
import { blocksAt, markdownAt } from './markdown-at.ts';

/**
 * A part of a document that moves as a whole: a label with what it stands for, or the prose of a section. A part of
 * which a template only asks for words is silent, and is where such words can go.
 */
export interface Piece {
  readonly kind: 'label' | 'prose';
  /** What it is about, most exact first: label names, then section names. */
  readonly keys: readonly string[];
  /** The folded words of the label or heading. */
  readonly words: string;
  readonly section: number;
  readonly from: number;
  readonly to: number;
  readonly isSilent: boolean;
  readonly isFrontMatter: boolean;
  /** The words behind a label, on its own lines. */
  readonly value: Place | null;
  /** The blocks below a label, or the prose itself. */
  readonly blocks: Place | null;
  /** As it stands, ready to stand elsewhere. */
  readonly markdown: string;
}

/** An empty comment parts what would otherwise be read as one. */
export const PARTING = '<!-- -->';

interface Options {
  /** Blocks that are written anew, and so move no further. */
  readonly done: ReadonlySet<Block>;
  /** Texts that belong to the template and not to the document. */
  readonly own: ReadonlySet<string>;
}

/** The pieces of a document, in the order of the text. Together with headings, rules and what is done they are all of it. */
export function piecesOf(anatomy: Anatomy, { done, own }: Options): readonly Piece[] {
  const { outline, labels } = anatomy;
  const inFrontMatter = labels.filter(({ form }) => form === 'frontMatter');
  const inBody = outline.bodies.flatMap((body, index) => {
    const shown = body.filter((block) => block.kind !== 'rule' && !done.has(block));
    return sectionPieces(
      anatomy,
      index,
      shown,
      labels
        .filter(({ section, form }) => section === index && form !== 'frontMatter' && form !== 'heading')
        .map((label) => ({ ...label, children: label.children.filter((child) => !done.has(child)) })),
      own,
    );
  });
  return [...inFrontMatter.map((label) => labelPiece(anatomy, label, label.labelPlace, true)), ...inBody]
    .filter(({ markdown }) => !own.has(markdown.trim()) && markdown.trim() !== PARTING)
    .toSorted((a, b) => a.from - b.from);
}

function sectionPieces(
  anatomy: Anatomy,
  index: number,
  body: readonly Block[],
  labels: readonly Labelled[],
  own: ReadonlySet<string>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const owned = new Set<Block>();
  let run: Block[] = [];
  const endRun = (): void => {
    const piece = prosePiece(anatomy, index, run);
    if (piece !== null) pieces.push(piece);
    run = [];
  };
  for (const block of body) {
    if (owned.has(block)) continue;
    const found = labels.filter(({ labelPlace }) => labelPlace.from >= block.from && labelPlace.to <= block.to);
    const parts =
      block.kind === 'paragraph' ? paragraphParts(anatomy, block, found) : entryParts(anatomy, block, found);
    if (parts !== null || block.kind === 'html' || own.has(ownText(anatomy, block))) endRun();
    const isOwn = (each: Block): boolean => own.has(ownText(anatomy, each));
    if (parts !== null && isOwn(block) && parts.every(({ owns }) => owns.every(isOwn))) {
      for (const { owns } of parts) for (const child of owns) owned.add(child);
    } else if (parts !== null) {
      for (const { piece, owns } of parts) {
        pieces.push(piece);
        for (const child of owns) owned.add(child);
      }
    } else if (!own.has(ownText(anatomy, block))) run.push(block);
    if (block.kind === 'html') endRun();
  }
  endRun();
  const lonely = pieces.length === 0 ? headingPiece(anatomy, index, own) : null;
  return lonely === null ? pieces : [lonely];
}

/** A heading of the author's own with nothing below it says something by itself. */
function headingPiece(anatomy: Anatomy, index: number, own: ReadonlySet<string>): Piece | null {
  const { outline, context } = anatomy;
  const section = outline.sections[index];
  if (section?.kind !== 'heading' || section.names.length > 0 || isTitle(outline.sections, index)) return null;
  if (own.has(headingMark(section.heading)) || nameOf(context, section.heading).length > 0) return null;
  const { from, to } = section.headingPlace;
  return {
    kind: 'prose',
    keys: [],
    words: '',
    section: index,
    from,
    to,
    isSilent: textField(context, section.headingPlace).state !== 'known',
    isFrontMatter: false,
    value: null,
    blocks: null,
    markdown: '',
  };
}

/** A heading among the texts that belong to a template. */
export function headingMark(heading: string): string {
  return `# ${foldHeading(heading)}`;
}

function prosePiece(anatomy: Anatomy, index: number, blocks: readonly Block[]): Piece | null {
  const { outline, context } = anatomy;
  const section = outline.sections[index];
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined || section === undefined) return null;
  const hasTopic = !isTitle(outline.sections, index) && section.kind === 'heading' && first.kind !== 'html';
  const list = (['actionItems', 'timeline'] as const).find((name) => isWithin(outline.sections, index, name));
  const names = [...nameOf(context, section.heading), ...section.names];
  const keys =
    list === undefined ? names.toSorted((a, b) => Number(b === 'summary') - Number(a === 'summary')) : [list];
  return {
    kind: 'prose',
    keys: hasTopic ? keys : [],
    words: hasTopic ? foldHeading(section.heading) : '',
    section: index,
    from: first.from,
    to: last.to,
    isSilent: first.kind !== 'html' && areSilent(context, blocks, 'items'),
    isFrontMatter: false,
    value: null,
    blocks: { from: first.from, to: last.to },
    markdown: blocks.map((block) => blocksAt(anatomy, block)).join('\n\n'),
  };
}

/** Whether a section is the document's title, which is no topic of its own. */
export function isTitle(sections: readonly Section[], index: number): boolean {
  const first = sections.findIndex(({ kind }) => kind === 'heading');
  return index === first && sections[index]?.level === 1 && sections[index].names.length === 0;
}

/** The text by which a block of an empty draft is known again. */
export function ownText(anatomy: Anatomy, block: Place): string {
  return blocksAt(anatomy, block).trim();
}

interface Part {
  readonly piece: Piece;
  readonly owns: readonly Block[];
}

/** The labels of a paragraph, each up to the next; null where other words come first. */
function paragraphParts(anatomy: Anatomy, block: Block, labels: readonly Labelled[]): readonly Part[] | null {
  const { flat } = anatomy.context;
  const [first] = labels;
  if (first === undefined || /[\p{L}\p{N}]/u.test(flat.slice(block.from, first.labelPlace.from))) return null;
  return labels.map((label, index) => {
    const next = labels[index + 1];
    const from =
      index === 0
        ? block.from
        : Math.max(
            lineStart(flat, label.labelPlace.from),
            labels[index - 1]?.value?.to ?? labels[index - 1]?.labelPlace.to ?? 0,
          );
    const end =
      next === undefined
        ? block.to
        : Math.max(label.value?.to ?? label.labelPlace.to, Math.min(lineStart(flat, next.labelPlace.from), block.to));
    return {
      piece: labelPiece(anatomy, label, { from: skipSeparator(flat, from, end), to: end }, false),
      owns: ownedBy(anatomy, label),
    };
  });
}

/** What moves with a label. A line in bold above a list of labels is no more than a heading to them. */
function ownedBy({ labels }: Anatomy, { names, value, children }: Labelled): readonly Block[] {
  const [first] = children;
  const isHeading =
    names.length === 0 &&
    value === null &&
    first?.kind === 'list' &&
    first.items.every(({ from, to }) =>
      labels.some(({ labelPlace }) => labelPlace.from >= from && labelPlace.to <= to),
    );
  return isHeading ? [] : children;
}

function lineStart(flat: string, at: number): number {
  return flat.lastIndexOf('\n', at - 1) + 1;
}

function skipSeparator(flat: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s|·•]/.test(flat[at] ?? '')) at += 1;
  return at;
}

/** A list of which every item is a label, or a table of labels, entry by entry. */
function entryParts(anatomy: Anatomy, block: Block, labels: readonly Labelled[]): readonly Part[] | null {
  if (block.kind === 'list') {
    const own = block.items.map((item) =>
      labels.find(
        ({ labelPlace, form }) =>
          form === 'item' && labelPlace.from >= item.from && labelPlace.from <= (item.children[0]?.to ?? item.to),
      ),
    );
    if (own.some((label) => label === undefined || /[?？]$/.test(label.label))) return null;
    const counted = block.items.every(
      ({ from, to }) => labels.filter(({ labelPlace }) => labelPlace.from >= from && labelPlace.to <= to).length === 1,
    );
    if (!counted) return null;
    return block.items.flatMap((item, index) => {
      const label = own[index];
      return label === undefined ? [] : [{ piece: labelPiece(anatomy, label, item, false), owns: [] }];
    });
  }
  const rows = labels.filter(({ form }) => form === 'row' || form === 'column');
  const known = rows.filter(({ names }) => names.length > 0);
  if (block.kind !== 'table' || rows.length < block.rows.length || known.length * 2 < rows.length) return null;
  if (rows.length === 0) return null;
  return rows.map((label) => ({ piece: rowPiece(anatomy, label), owns: [] }));
}

function labelPiece(anatomy: Anatomy, label: Labelled, extent: Place, isFrontMatter: boolean): Piece {
  const { context } = anatomy;
  const children = isFrontMatter ? [] : label.form === 'item' ? label.children : ownedBy(anatomy, label);
  const [first] = children;
  const last = children.at(-1);
  const blocks = first === undefined || last === undefined ? null : { from: first.from, to: last.to };
  const whole =
    blocks === null || (blocks.from >= extent.from && blocks.to <= extent.to)
      ? blocksAt(anatomy, extent)
      : `${blocksAt(anatomy, extent)}\n\n${blocksAt(anatomy, blocks)}`;
  return {
    kind: 'label',
    ...topicOf(anatomy, label),
    section: label.form === 'foot' ? -1 : label.section,
    from: extent.from,
    to: Math.max(extent.to, blocks?.to ?? 0),
    isSilent: !saysWord(context, label.value) && areSilent(context, label.children, 'items'),
    isFrontMatter,
    value: label.value,
    blocks,
    markdown: whole,
  };
}

/** Sections in which a label says of what kind an entry is: `**Detection**:` there is not how it was detected. */
const SORTED = ['wentWell', 'wentWrong', 'lucky', 'lessons', 'contributingFactors', 'prevention', 'evidence'] as const;

/** `Business impact` is about the business first, and about the impact as every such label is. */
function exactFirst(names: readonly string[]): readonly string[] {
  const wide: ReadonlySet<string> = new Set(sectionNames);
  return names.toSorted((a, b) => Number(wide.has(a)) - Number(wide.has(b)));
}

function topicOf(
  { outline }: Anatomy,
  { label, names: meanings, section, form }: Labelled,
): Pick<Piece, 'keys' | 'words'> {
  const words = fold(label);
  const names = exactFirst(meanings);
  const own = form === 'foot' || form === 'frontMatter' ? [] : (outline.sections[section]?.names ?? []);
  const sorted = SORTED.find((name) => isWithin(outline.sections, section, name));
  if (own.length > 0 && sorted !== undefined) return { keys: [], words: `${sorted} ${words}` };
  if (own.includes('summary'))
    return { keys: names.map((name) => (name === 'whatHappened' ? 'summary' : name)), words };
  const isMeeting = own.length > 0 && isWithin(outline.sections, section, 'followUp');
  return { keys: isMeeting ? names.map((name) => (name === 'date' ? 'reviewDate' : name)) : names, words };
}

/** A row of a table of labels cannot stand alone: it becomes a line with a bold label. */
function rowPiece(anatomy: Anatomy, label: Labelled): Piece {
  const value = label.value === null ? '' : markdownAt(anatomy, label.value);
  const words = markdownAt(anatomy, label.labelPlace)
    .replaceAll('**', '')
    .replace(/(?<!\s)\s*[:：]$/, '');
  const to = label.value?.to ?? label.labelPlace.to;
  return {
    ...labelPiece(anatomy, label, { from: label.labelPlace.from, to }, false),
    markdown: `**${words}:** ${value}`,
  };
}
