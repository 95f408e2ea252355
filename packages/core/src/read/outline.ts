import type { Place, Section, SectionName } from '../model/index.ts';
import { foldHeading, headingNames, type Lexicon, meaningsOf } from '../vocabulary/index.ts';
import type { Block, Heading, Paragraph } from './block.ts';
import { plain } from './plain.ts';
import { linesOf } from './table.ts';

/** The sections of a document, and the blocks that each holds itself. Both arrays go by the same index. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly bodies: readonly (readonly Block[])[];
}

interface Options {
  readonly lexicon: Lexicon;
  readonly language: string;
  readonly references: ReadonlyMap<string, string>;
  /** Where the body begins, behind the front matter. */
  readonly bodyStart: number;
}

/** Parts the blocks at their headings. The sections tile the text. */
export function outlineOf(flat: string, blocks: readonly Block[], options: Options): Outline {
  const headings = headingsOf(flat, blocks, options);
  const sections: Section[] = [];
  const bodies: Block[][] = [];
  const open = (section: Section): void => {
    sections.push(section);
    bodies.push([]);
  };
  if (options.bodyStart > 0)
    open({
      kind: 'frontMatter',
      from: 0,
      to: options.bodyStart,
      level: 0,
      heading: '',
      headingPlace: { from: 0, to: 0 },
      names: [],
      parent: -1,
    });
  const firstHeading = headings.values().next().value;
  const preambleEnd = firstHeading?.from ?? flat.length;
  if (preambleEnd > options.bodyStart || sections.length === 0) {
    open({
      kind: 'preamble',
      from: options.bodyStart,
      to: preambleEnd,
      level: 0,
      heading: '',
      headingPlace: { from: options.bodyStart, to: options.bodyStart },
      names: [],
      parent: -1,
    });
  }

  const starts = [...headings.values()].map(({ from }) => from);
  const ancestors: number[] = [];
  let seen = 0;
  for (const block of blocks) {
    const heading = headings.get(block);
    if (heading === undefined) {
      bodies.at(-1)?.push(block);
      continue;
    }
    while (ancestors.length > 0 && (sections[ancestors.at(-1) ?? 0]?.level ?? 0) >= heading.level) ancestors.pop();
    const parent = ancestors.at(-1) ?? -1;
    const words = plain(flat.slice(heading.content.from, heading.content.to), options.references);
    const isTitle = seen === 0 && heading.level === 1;
    const names = isTitle
      ? meaningsOf(options.lexicon.sections, foldHeading(words), options.language)
      : headingNames(options.lexicon, words, { language: options.language, weak: false });
    open({
      kind: 'heading',
      from: heading.from,
      to: flat.length,
      level: heading.level,
      heading: words,
      headingPlace: heading.content,
      names: belowParent(flat, sections, parent, names, {
        from: heading.content.to,
        to: starts[seen + 1] ?? flat.length,
      }),
      parent,
    });
    ancestors.push(sections.length - 1);
    seen += 1;
  }
  const closed = sections.map((section, index) => ({ ...section, to: sections[index + 1]?.from ?? flat.length }));
  return { sections: withWeakNames(closed, options), bodies: bodies.map((body) => body.slice()) };
}

const GROUPS: ReadonlySet<SectionName> = new Set<SectionName>([
  'actionItems',
  'prevention',
  'detection',
  'response',
  'resolution',
  'communication',
  'metrics',
  'impact',
  'trigger',
]);

const TIMED = /^[\s|*+-]*[*_`[(~]*(?:\d{1,2}[:.h]\d{2}|HH:?MM|hh:mm|\d{4}-\d{2}-\d{2}[ T])/m;

/** Below action items, `Detect` is a group of them; below a timeline, `Resolution` above more times is a phase of it. */
function belowParent(
  flat: string,
  sections: readonly Section[],
  parent: number,
  names: readonly SectionName[],
  body: Place,
): readonly SectionName[] {
  if (names.length === 0 || parent < 0) return names;
  if (isWithin(sections, parent, 'actionItems')) return names.filter((name) => !GROUPS.has(name));
  const isPhase =
    isWithin(sections, parent, 'timeline') && TIMED.test(flat.slice(body.from, Math.min(body.to, body.from + 2_000)));
  return isPhase ? [] : names;
}

/** `Overview` is the summary of a document that has no better one, and stands below nothing that has a name. */
function withWeakNames(sections: readonly Section[], { lexicon, language }: Options): readonly Section[] {
  const strong = new Set(sections.flatMap(({ names }) => names));
  const first = sections.findIndex(({ kind }) => kind === 'heading');
  return sections.map((section, index) => {
    const isFree =
      section.kind === 'heading' && section.names.length === 0 && !(index === first && section.level === 1);
    if (!isFree || (sections[section.parent]?.names.length ?? 0) > 0) return section;
    const weak = headingNames(lexicon, section.heading, { language, weak: true }).filter((name) => !strong.has(name));
    return weak.length === 0 ? section : { ...section, names: weak };
  });
}

/**
 * Real headings; and where a document has none below its title, the stand-alone bold or plain lines that act as such.
 */
function headingsOf(
  flat: string,
  blocks: readonly Block[],
  options: Options,
): ReadonlyMap<Block, Pick<Heading, 'level' | 'content' | 'from'>> {
  const real = blocks.filter((block): block is Heading => block.kind === 'heading');
  const found = new Map<Block, Pick<Heading, 'level' | 'content' | 'from'>>(real.map((heading) => [heading, heading]));
  const below = real.filter((heading, index) => index > 0 || heading.level > 1);
  let level = 1;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') level = block.level;
    if (block.kind !== 'paragraph') continue;
    const content =
      below.length === 0
        ? standAloneLine(flat, block, options)
        : forgottenHeading(flat, block, blocks[index + 1], options);
    if (content !== null)
      found.set(block, { level: below.length === 0 ? 2 : Math.min(level + 1, 6), content, from: block.from });
  }
  if (found.size === real.length) return found;
  return new Map([...found].toSorted(([a], [b]) => a.from - b.from));
}

/** Among real headings, a plain line above a list that is the very name of a section was meant as one. */
function forgottenHeading(
  flat: string,
  paragraph: Paragraph,
  next: Block | undefined,
  { lexicon, language }: Options,
): Place | null {
  if (paragraph.to - paragraph.from > 60 || (next?.kind !== 'list' && next?.kind !== 'table')) return null;
  const [line, ...more] = linesOf(flat, paragraph);
  if (line === undefined || more.length > 0) return null;
  const raw = flat.slice(line.from, line.to);
  const isPlain = /^[\p{L}\p{N} '’/&-]{3,50}[:：]?$/u.test(raw) && /[\s\P{ASCII}]/u.test(raw.trim());
  return isPlain && meaningsOf(lexicon.sections, foldHeading(raw), language).length > 0 ? line : null;
}

function standAloneLine(flat: string, paragraph: Paragraph, { lexicon, language, references }: Options): Place | null {
  if (paragraph.to - paragraph.from > 120) return null;
  const lines = linesOf(flat, paragraph);
  const [line] = lines;
  if (line === undefined || lines.length > 1) return null;
  const raw = flat.slice(line.from, line.to);
  const words = plain(raw, references);
  const isBold = /^[^\p{L}\p{N}*_]{0,6}(?:\*\*|__)[^*_]+[:：]?(?:\*\*|__)\s*[:：]?$/u.test(raw);
  if (!isBold && !/[:：]\s*$/.test(raw)) {
    const isBare = /^[\p{L}\p{N} '’/&-]{3,50}$/u.test(raw);
    return isBare && meaningsOf(lexicon.sections, foldHeading(raw), language).length > 0 ? line : null;
  }
  return headingNames(lexicon, words, { language, weak: true }).length > 0 ? line : null;
}

/** Whether a section is one of the given name, or stands somewhere below one. */
export function isWithin(sections: readonly Section[], index: number, name: SectionName): boolean {
  for (let at = index; at >= 0; at = sections[at]?.parent ?? -1) {
    if (sections[at]?.names.includes(name) === true) return true;
  }
  return false;
}
