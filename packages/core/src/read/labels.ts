import type { Place, Section } from '../model/index.ts';
import { fold, type LabelName, type Lexicon, meaningsOf, remembered } from '../vocabulary/index.ts';
import type { Block, Item, Paragraph, Table } from './block.ts';
import { columnNames } from './column-names.ts';
import { type Context, textField, words } from './context.ts';
import type { FrontMatterEntry } from './front-matter.ts';
import type { Outline } from './outline.ts';
import { isWithin } from './outline.ts';
import { linesOf, trim } from './table.ts';
import { timeAt } from './time.ts';

/** A label and what it stands for: a bold label, a row, a line `Date: …`, a key of the front matter, a heading. */
export interface Labelled {
  /** The label's words, with marks and colon removed. */
  readonly label: string;
  readonly labelPlace: Place;
  /** What the label means, in the order of likelihood; empty where no vocabulary knows it. */
  readonly names: readonly LabelName[];
  /** The value behind the label, or null where only blocks follow. */
  readonly value: Place | null;
  /** Blocks that belong to the label: what is nested below its list item, or follows a label that stands alone. */
  readonly children: readonly Block[];
  readonly section: number;
  /** Whether it stands inside what another label introduces, and so speaks of a part only. */
  readonly nested: boolean;
  readonly form: 'line' | 'item' | 'row' | 'column' | 'heading' | 'frontMatter' | 'foot';
}

const LABEL_LENGTH = 90;
const BOLD = /^(?:[^\p{L}\p{N}*_[|]{0,8})(\*\*\*|\*\*|__|\*|_)(?=\S)((?:(?!\1)[^\n]){1,90}?)\s*\1(?!\1)\s*([:：])?/u;
const NEXT_BOLD = /(?:[|·•;,/—–-]|\s{2}|^)\s*(\*\*|__)(?=[^\s*_])([^*_\n]{1,60}?)\s*([:：])?\s*\1\s*([:：])?/gu;
const PLAIN = /^([^:：\n|`]{1,50}?)\s?(?:[:：](?=\s|$|\P{ASCII})|(?<=\P{ASCII})[:：])/u;

/** All labels of a document in the order of the text, except those inside a timeline or a list of action items. */
export function labelsOf(
  context: Context,
  outline: Outline,
  frontMatter: readonly FrontMatterEntry[],
): readonly Labelled[] {
  const found: Labelled[] = frontMatter
    .filter(({ path }) => path[0] !== 'times')
    .map((entry) => ({
      label: entry.path.join('.'),
      labelPlace: entry.key,
      names: nameOf(context, (entry.path.at(-1) ?? '').replace(/[_-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')),
      value: entry.value,
      children: [],
      section: 0,
      nested: false,
      form: 'frontMatter',
    }));
  for (const [index, section] of outline.sections.entries()) {
    const body = outline.bodies[index] ?? [];
    const heading = headingLabel(context, section, index, body);
    if (heading !== null) found.push(heading);
    const foot = footOf(context, outline, index);
    if (!isWithin(outline.sections, index, 'timeline') && !isWithin(outline.sections, index, 'actionItems')) {
      collect(context, body.slice(0, body.length - foot.length), index, found);
    }
    const inFoot: Labelled[] = [];
    collect(context, foot, index, inFoot);
    for (const label of inFoot) found.push(label.form === 'line' ? { ...label, form: 'foot' } : label);
  }
  return found;
}

/** The last lines of a document, behind a rule or a line with a dash, where they repeat the header. */
export function footOf(context: Context, { sections, bodies }: Outline, index: number): readonly Block[] {
  if (index !== sections.length - 1) return [];
  const body = bodies[index] ?? [];
  const rule = body.findLastIndex(
    (block) =>
      block.kind === 'rule' ||
      (block.kind === 'paragraph' && /^[—–-]{1,3}$/.test(context.flat.slice(block.from, block.to))),
  );
  const foot = rule < 0 ? [] : body.slice(rule + 1);
  const [first] = foot;
  return first?.kind === 'paragraph' && labelsInParagraph(context, first, first.from, index, 'line').length > 0
    ? foot
    : [];
}

/** The meanings of a label in the document's language. `Service(s) Affected` and `検知までの時間 (TTD)` are known. */
export function nameOf({ lexicon, language }: Context, label: string): readonly LabelName[] {
  if (label.length > LABEL_LENGTH) return [];
  return remembered(lexicon.labelCache, language, label, () => namesOf(lexicon, label, language));
}

function namesOf({ labels }: Lexicon, label: string, language: string): readonly LabelName[] {
  const whole = meaningsOf(labels, fold(label), language);
  if (whole.length > 0 || !/[(（]/.test(label)) return whole;
  const own = meaningsOf(labels, fold(label.split(/(?<!\s)\s*[(（]/, 1)[0] ?? ''), language);
  if (own.length > 0) return own;
  const inner = /[(（]([^)）]+)[)）]/.exec(label)?.[1] ?? '';
  return meaningsOf(labels, fold(inner), language);
}

/** `## Severity` above a paragraph, `## Status: Resolved`: a heading that is a header field. */
function headingLabel(context: Context, section: Section, index: number, body: readonly Block[]): Labelled | null {
  if (section.kind !== 'heading' || section.level === 1 || section.heading.length > LABEL_LENGTH) return null;
  const split = /^([^:：]{1,40})[:：]\s*(\S.*)$/u.exec(section.heading);
  if (split !== null) {
    const names = nameOf(context, split[1] ?? '').filter(isHeadingField);
    const colon = context.flat.slice(section.headingPlace.from, section.headingPlace.to).search(/[:：]/);
    if (names.length === 0 || colon < 0) return null;
    const value = trim(context.flat, section.headingPlace.from + colon + 1, section.headingPlace.to);
    return {
      label: split[1] ?? '',
      labelPlace: section.headingPlace,
      names,
      value,
      children: body,
      section: index,
      nested: false,
      form: 'heading',
    };
  }
  const names = nameOf(context, section.heading).filter(isHeadingField);
  const first = body[0];
  if (names.length === 0 || section.names.length > 0) return null;
  const value = first?.kind === 'paragraph' ? { from: first.from, to: first.to } : null;
  return {
    label: section.heading,
    labelPlace: section.headingPlace,
    names,
    value,
    children: value === null ? body : body.slice(1),
    section: index,
    nested: false,
    form: 'heading',
  };
}

const HEADING_FIELDS: ReadonlySet<LabelName> = new Set<LabelName>([
  'severity',
  'status',
  'documentStatus',
  'date',
  'startTime',
  'endTime',
  'period',
  'incidentId',
  'author',
  'commander',
  'responders',
  'duration',
  'zone',
  'attendees',
  'reviewers',
  'approvers',
  'title',
  'timeToDetect',
  'timeToResolve',
  'timeToMitigate',
  'services',
  'distribution',
]);

function isHeadingField(name: LabelName): boolean {
  return HEADING_FIELDS.has(name);
}

function collect(context: Context, blocks: readonly Block[], section: number, found: Labelled[], nested = false): void {
  if (blocks.length === 0) return;
  let owned: Set<Block> | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      const own = labelsInParagraph(context, block, block.from, section, 'line');
      const last = own.at(-1);
      if (last !== undefined && saysNothing(context, last)) {
        const children = following(context, blocks, index);
        own[own.length - 1] = { ...last, children };
        owned ??= new Set();
        for (const child of children) owned.add(child);
      }
      for (const label of own) found.push(nested ? { ...label, nested } : label);
    } else if (block.kind === 'list') {
      for (const item of block.items) collectItem(context, item, section, found, nested || owned?.has(block) === true);
    } else if (block.kind === 'table') for (const label of labelsInTable(context, block, section)) found.push(label);
    else if (block.kind === 'quote') collect(context, block.children, section, found, nested);
  }
}

/** A label without a value, or with a placeholder: what it asks for may stand below it. */
function saysNothing(context: Context, { value }: Labelled): boolean {
  return value === null || textField(context, value).state !== 'known';
}

const NONE: readonly Block[] = [];

function collectItem(context: Context, item: Item, section: number, found: Labelled[], nested: boolean): void {
  const [first] = item.children;
  if (first?.kind !== 'paragraph') return collect(context, item.children, section, found, nested);
  const rest = item.children.length === 1 ? NONE : item.children.slice(1);
  const own = labelsInParagraph(context, first, item.content, section, 'item');
  for (const [index, label] of own.entries())
    found.push({ ...label, nested, children: index === own.length - 1 ? rest : label.children });
  collect(context, rest, section, found, true);
}

/** The blocks below a label that stands alone: up to the next label or rule. */
function following(context: Context, blocks: readonly Block[], index: number): readonly Block[] {
  const after: Block[] = [];
  for (const block of blocks.slice(index + 1, index + 40)) {
    if (block.kind === 'rule' || isParting(context, block)) break;
    if (block.kind === 'paragraph' && boldAt(context.flat, block.from, block.to) !== null) break;
    after.push(block);
  }
  return after;
}

/** An empty comment, by which writers of Markdown part what would otherwise belong together. */
function isParting({ flat }: Context, { kind, from, to }: Block): boolean {
  return kind === 'html' && flat.slice(from, to).trim() === '<!-- -->';
}

interface Start {
  readonly from: number;
  readonly label: Place;
  readonly valueFrom: number;
  readonly bold: boolean;
}

/** A paragraph without colon, bold mark or question mark holds no label. */
const MAY_LABEL = /[:：?？]|\*\*|__/;

/** Labels of a paragraph: one at the start of a line, and bold ones behind a separator on the same line. */
export function labelsInParagraph(
  context: Context,
  paragraph: Paragraph,
  from: number,
  section: number,
  form: 'line' | 'item',
): Labelled[] {
  const { flat } = context;
  if (!MAY_LABEL.test(flat.slice(from, paragraph.to))) return [];
  const starts: Start[] = [];
  for (const line of linesOf(flat, { from, to: paragraph.to })) {
    const start =
      boldAt(flat, line.from, line.to) ?? plainAt(context, line, starts.length === 0 || starts.at(-1)?.bold === false);
    if (start === null) {
      if (starts.length === 0 && line.from === from) starts.push(...innerLabels(flat, line.from, line.to));
      continue;
    }
    starts.push(start);
    starts.push(
      ...(start.bold
        ? innerLabels(flat, start.valueFrom, line.to)
        : innerPlainLabels(context, start.valueFrom, line.to)),
    );
  }
  if (starts.length === 0) return [];
  return starts.map((start, index) => {
    const end = starts[index + 1]?.from ?? paragraph.to;
    const value = withoutSeparator(flat, trim(flat, start.valueFrom, end));
    const label = withoutColon(words(context, start.label));
    return {
      label,
      labelPlace: start.label,
      names: nameOf(context, label),
      value: value.to > value.from ? value : null,
      children: [],
      section,
      nested: false,
      form,
    };
  });
}

/** A bold label at the start of a line: it ends in a colon or a question mark, or is all that stands on the line. */
function boldAt(flat: string, from: number, to: number): Start | null {
  const character = flat.charCodeAt(from);
  if (character !== 42 && character !== 95 && character < 128 && character !== 45 && character !== 91) return null;
  const match = BOLD.exec(flat.slice(from, Math.min(to, from + LABEL_LENGTH + 20)));
  if (match === null) return null;
  const [whole, marks = '', inner = '', colon] = match;
  const isQuestion = /[?？]$/.test(inner);
  const hasColon = colon !== undefined || /[:：]$/.test(inner);
  const alone = from + whole.length >= to && marks.length > 1;
  if (!hasColon && !isQuestion && !alone) return null;
  if (marks.length === 1 && !hasColon) return null;
  const labelFrom = from + whole.indexOf(inner, whole.indexOf(marks) + marks.length);
  return { from, label: { from: labelFrom, to: labelFrom + inner.length }, valueFrom: from + whole.length, bold: true };
}

/** `Date: 2026-03-01`: a plain label counts only where the vocabulary knows it. */
function plainAt(context: Context, line: Place, mayStart: boolean): Start | null {
  if (!mayStart || !/[:：]/.test(context.flat.slice(line.from, Math.min(line.to, line.from + 60)))) return null;
  const match = PLAIN.exec(context.flat.slice(line.from, Math.min(line.to, line.from + 60)));
  const label = match?.[1] ?? '';
  if (
    match === null ||
    label.includes('://') ||
    nameOf(context, words(context, { from: line.from, to: line.from + label.length })).length === 0
  )
    return null;
  return {
    from: line.from,
    label: { from: line.from, to: line.from + label.length },
    valueFrom: line.from + match[0].length,
    bold: false,
  };
}

function innerLabels(flat: string, from: number, to: number): readonly Start[] {
  const text = flat.slice(from, to);
  if (!text.includes('**') && !text.includes('__')) return [];
  const starts: Start[] = [];
  for (const match of text.slice(0, 2_000).matchAll(NEXT_BOLD)) {
    const [whole, marks = '', inner = '', before, after] = match;
    if (before === undefined && after === undefined) continue;
    const at = from + match.index;
    const labelFrom = at + whole.indexOf(marks) + marks.length;
    starts.push({
      from: at,
      label: { from: labelFrom, to: labelFrom + inner.length },
      valueFrom: at + whole.length,
      bold: true,
    });
  }
  return starts;
}

const NEXT_PLAIN = /\s[·•|]\s{1,9}([^:：·•|\n]{1,40}?)\s?[:：]\s*/gu;

/** `Date: 2026-03-01 · Status: resolved`: plain labels behind a separator, where the vocabulary knows them. */
function innerPlainLabels(context: Context, from: number, to: number): readonly Start[] {
  const text = context.flat.slice(from, Math.min(to, from + 2_000));
  if (!/[·•|]/.test(text)) return [];
  return [...text.matchAll(NEXT_PLAIN)].flatMap((match) => {
    const [whole, label = ''] = match;
    if (nameOf(context, label).length === 0) return [];
    const at = from + match.index + whole.indexOf(label);
    return [
      {
        from: from + match.index,
        label: { from: at, to: at + label.length },
        valueFrom: from + match.index + whole.length,
        bold: false,
      },
    ];
  });
}

/** Words have no space at their ends, so that a colon is the last character. */
function withoutColon(label: string): string {
  return label.endsWith(':') || label.endsWith('：') ? label.replace(/(?<!\s)\s*[:：]\s*$/, '') : label;
}

function withoutSeparator(flat: string, place: Place): Place {
  let { to } = place;
  while (to > place.from && /[|·•\s]/.test(flat[to - 1] ?? '')) to -= 1;
  return { from: place.from, to };
}

/** Rows of a two-column table; or one wide row, whose labels are the header's cells. */
function labelsInTable(context: Context, table: Table, section: number): readonly Labelled[] {
  const labelled = (label: Place, value: Place, form: 'row' | 'column'): Labelled => {
    const text = withoutColon(words(context, label));
    return {
      label: text,
      labelPlace: label,
      names: nameOf(context, text),
      value: value.to > value.from ? value : null,
      children: [],
      section,
      nested: false,
      form,
    };
  };
  const [first, second] = table.header;
  if (table.header.length === 2 && first !== undefined && second !== undefined) {
    const rows = table.rows.flatMap(({ cells: [label, value] }) =>
      label === undefined || value === undefined || label.to === label.from ? [] : [labelled(label, value, 'row')],
    );
    if (isTimed(context, table)) return [];
    const header = labelled(first, second, 'row');
    return header.names.length > 0 && rows.some((row) => row.names.length > 0) && !isColumnHeading(context, second)
      ? [header, ...rows]
      : rows;
  }
  if (isLevelTable(context, table)) return [];
  const [row, more] = table.rows;
  if (row === undefined || more !== undefined) return [];
  const columns = table.header.flatMap((label, index) => {
    const value = row.cells[index];
    return value === undefined || label.to === label.from ? [] : [labelled(label, value, 'column')];
  });
  return columns.filter((column) => column.names.length > 0).length * 2 >= columns.length ? columns : [];
}

function isColumnHeading(context: Context, cell: Place): boolean {
  return /^(?:value|details?|description|wert|valor|valeur|verdi|値|内容|值)$/i.test(words(context, cell));
}

/** A table of how services stood normally and in the incident holds no header values, be it of one row only. */
function isLevelTable(context: Context, { header }: Table): boolean {
  const names = header.flatMap((cell) => columnNames(context, cell));
  return names.includes('normal') && names.includes('incident');
}

function isTimed(context: Context, table: Table): boolean {
  const timed = table.rows.filter(
    ({ cells: [cell] }) =>
      cell !== undefined && timeAt(context.lexicon, context.flat.slice(cell.from, cell.to), 0, context) !== null,
  );
  return timed.length * 2 > table.rows.length;
}
