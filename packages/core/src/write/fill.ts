import type { Place, Splice } from '../model/index.ts';
import type { Anatomy } from '../read/index.ts';
import { foldHeading } from '../vocabulary/index.ts';
import { blocksAt, markdownAt } from './markdown-at.ts';
import type { Piece } from './piece.ts';

/** A piece that found its place, with the splice that puts it there. */
interface Filled {
  readonly piece: Piece;
  readonly splice: Splice;
}

export interface Filling {
  readonly filled: readonly Filled[];
  readonly left: readonly Piece[];
}

/**
 * Puts pieces of one document into the silent places of another: a label into a label of the same words or meaning,
 * prose below a heading of the same words or meaning, one into the other where its shape allows. Each place is used
 * once; what finds none is left.
 */
export function fill(source: Anatomy, pieces: readonly Piece[], target: Anatomy, slots: readonly Piece[]): Filling {
  const free = new Set([
    ...slots.filter(({ isSilent, isFrontMatter }) => isSilent && !isFrontMatter),
    ...emptySections(target, slots),
  ]);
  const filled: Filled[] = [];
  const left: Piece[] = [];
  for (const piece of pieces) {
    const best = [...free]
      .map((slot) => ({ slot, score: likeness(piece, slot) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .map(({ slot }) => ({ slot, splice: spliceFor(source, piece, target, slot) }))
      .find(({ splice }) => splice !== null);
    if (best === undefined || best.splice === null) left.push(piece);
    else {
      free.delete(best.slot);
      filled.push({ piece, splice: best.splice });
    }
  }
  return { filled, left };
}

/** Sections whose names say where a thing stands rather than what it is: only the very same heading will do. */
const LOOSE: ReadonlySet<string> = new Set([
  'evidence',
  'appendix',
  'communication',
  'followUp',
  'metrics',
  'lessons',
  'prevention',
  'signOff',
  'response',
]);

/** 0 where two pieces are about different things; more the more alike they are. */
function likeness(piece: Piece, slot: Piece): number {
  const sameKind = piece.kind === slot.kind ? 1 : 0;
  const [first] = piece.keys;
  const [asked] = slot.keys;
  if (piece.words !== '' && piece.words === slot.words && first === asked) return 6 + sameKind;
  if (first === undefined || asked === undefined || LOOSE.has(first)) return 0;
  if (first === asked) return (slot.blocks === null && slot.value === null ? 3 : 4) + sameKind;
  return piece.keys.includes(asked) && slot.keys.includes(first) ? 1 + sameKind : 0;
}

/** Headings with nothing of their own below them, or with labels only: prose may stand right under them. */
function emptySections({ outline, context }: Anatomy, slots: readonly Piece[]): readonly Piece[] {
  const withProse = new Set(
    slots.filter(({ kind, isSilent }) => kind === 'prose' && isSilent).map(({ section }) => section),
  );
  return outline.sections.flatMap((section, index) => {
    if (section.kind !== 'heading' || section.level <= 1 || withProse.has(index)) return [];
    const lineEnd = context.flat.indexOf('\n', section.headingPlace.to);
    const at = lineEnd < 0 ? context.flat.length : lineEnd;
    return [
      {
        kind: 'prose' as const,
        keys: section.names,
        words: foldHeading(section.heading),
        section: index,
        from: at,
        to: at,
        isSilent: true,
        isFrontMatter: false,
        value: null,
        blocks: null,
        markdown: '',
      },
    ];
  });
}

function spliceFor(source: Anatomy, piece: Piece, target: Anatomy, slot: Piece): Splice | null {
  const value = piece.value === null || piece.isSilent ? null : markdownAt(source, piece.value);
  const blocks = piece.blocks === null ? null : blocksAt(source, piece.blocks);
  if (piece.kind === 'prose')
    return slot.kind === 'prose' ? proseInto(piece.markdown, slot) : proseIntoLabel(target, piece.markdown, slot);
  if (slot.kind === 'prose')
    return value === null && blocks === null ? null : proseInto([value, blocks].filter(Boolean).join('\n\n'), slot);
  if (value !== null && blocks !== null && slot.blocks === null) return null;
  if (blocks !== null && slot.blocks !== null) {
    if (value !== null && slot.value === null) return null;
    const indent = columnOf(target, slot.blocks.from);
    const below = indented(blocks, indent);
    if (value === null) return { ...slot.blocks, insert: below };
    const line = oneLine(value);
    if (line === null || slot.value === null) return null;
    const between = target.reading.text.slice(slot.value.to, slot.blocks.from);
    return { from: slot.value.from, to: slot.blocks.to, insert: line + between + below };
  }
  if (blocks !== null) return proseIntoLabel(target, blocks, slot);
  const line = value === null ? null : oneLine(value);
  if (line === null) return null;
  if (slot.value !== null) return { ...slot.value, insert: line };
  if (slot.blocks === null) return null;
  return { ...slot.blocks, insert: `${bulletAt(target, slot.blocks)}${line}` };
}

function proseInto(markdown: string, slot: Piece): Splice | null {
  if (slot.blocks === null) return { from: slot.from, to: slot.to, insert: `\n\n${markdown}` };
  return { ...slot.blocks, insert: markdown };
}

/** One paragraph goes behind the label; a list goes where the label asks for a list. */
function proseIntoLabel(target: Anatomy, markdown: string, slot: Piece): Splice | null {
  const line = oneLine(markdown);
  if (line !== null && slot.value !== null) return { ...slot.value, insert: line };
  if (slot.blocks === null || /^\s*(?:\||#|<!--|```|~~~)/.test(markdown)) return null;
  return {
    ...slot.blocks,
    insert: indented(
      line === null ? markdown : `${bulletAt(target, slot.blocks)}${line}`,
      columnOf(target, slot.blocks.from),
    ),
  };
}

function bulletAt({ context }: Anatomy, { from }: Place): string {
  return /^(?:[-*+]|\d{1,3}[.)])\s+/.exec(context.flat.slice(from, from + 6))?.[0] ?? '';
}

/** A paragraph on one line; null for anything that is more than a paragraph. */
function oneLine(markdown: string): string | null {
  if (!markdown.includes('\n'))
    return /^\s*(?:[-*+>]\s|#{1,6}\s|\d+[.)]\s|\||```|~~~|<!--|!\[)/.test(markdown) ? null : markdown.trim();
  if (/\n\s*\n|\n\s*(?:[-*+>#|]|\d+[.)]\s|```|~~~)|^\s*(?:[-*+>]\s|#|\||\d+[.)]\s|```|~~~|<!--)/.test(markdown))
    return null;
  return markdown.trim().replaceAll(/(?<!\s)\s*\n\s*/g, ' ');
}

function columnOf({ context }: Anatomy, at: number): number {
  const line = context.flat.lastIndexOf('\n', at - 1) + 1;
  return /^\s*$/.test(context.flat.slice(line, at)) ? at - line : 0;
}

function indented(markdown: string, column: number): string {
  return column === 0 ? markdown : markdown.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`);
}
