import { absent, type Field, type ListedItem, type Place, type SectionName, type SortedItem } from '../model/index.ts';
import { headingNames, type LabelName } from '../vocabulary/index.ts';
import type { Block } from './block.ts';
import { type Context, textField, unknown, words } from './context.ts';
import { firstField, type LabelIndex } from './header.ts';
import { labelsInParagraph, type Labelled, nameOf } from './labels.ts';
import { itemsIn, listed, listedIn } from './listed.ts';
import type { Outline } from './outline.ts';
import { areSilent } from './silence.ts';
import { splitPlaces } from './split.ts';

/** What the readers of single sections share: the document's sections and labels. */
export interface Gathering {
  readonly context: Context;
  readonly outline: Outline;
  readonly labels: readonly Labelled[];
  readonly index: LabelIndex;
  /** The indices of the sections by name, and of the headings that mean a label. */
  readonly named: ReadonlyMap<SectionName, readonly number[]>;
  readonly asked: ReadonlyMap<LabelName, readonly number[]>;
  /** Whether nobody has filled in the template yet: then its examples are no facts. */
  readonly isTemplate: boolean;
}

/** Looks the sections over once, so that no reader has to walk them again. */
export function gather(
  context: Context,
  outline: Outline,
  labels: readonly Labelled[],
  index: LabelIndex,
  isTemplate: boolean,
): Gathering {
  const named = new Map<SectionName, number[]>();
  const asked = new Map<LabelName, number[]>();
  for (const [at, { kind, names, heading }] of outline.sections.entries()) {
    for (const name of names) append(named, name, at);
    if (kind === 'heading') for (const name of nameOf(context, heading)) append(asked, name, at);
  }
  return { context, outline, labels, index, named, asked, isTemplate };
}

function append<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The indices of the sections with a name. */
export function sectionsNamed({ named }: Gathering, name: SectionName): readonly number[] {
  return named.get(name) ?? [];
}

/** The text of the first section with a name; of its first sub-section with words where it has none of its own. */
export function sectionText(gathering: Gathering, ...names: readonly SectionName[]): Field<string> {
  for (const name of names) {
    for (const index of sectionsNamed(gathering, name)) {
      const text = textOfSection(gathering, index);
      if (text.state === 'known') return text;
    }
  }
  return absent;
}

/** The text of one section, else of its first sub-section with words. */
export function textOfSection({ context, outline }: Gathering, index: number): Field<string> {
  const level = outline.sections[index]?.level ?? 0;
  for (let at = index; at === index || (outline.sections[at]?.level ?? 0) > level; at += 1) {
    const field = bodyText(context, beforeLabels(context, outline.bodies[at] ?? []));
    if (field !== absent) return field;
  }
  return absent;
}

/** A section's own words end where its labels begin: what stands under `**Impact:**` there is told by that label. */
function beforeLabels(context: Context, blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(
    (block, index) =>
      index > 0 &&
      block.kind === 'paragraph' &&
      labelsInParagraph(context, block, block.from, -1, 'line').some(
        ({ names, labelPlace }) => names.length > 0 && labelPlace.from - block.from < 4,
      ),
  );
  return end < 0 ? blocks : blocks.slice(0, end);
}

/** The text of some blocks as one field; a placeholder where they only ask. */
function bodyText(context: Context, blocks: readonly Block[]): Field<string> {
  const place = spanOf(blocks);
  const field = textField(context, withoutBullet(context, place));
  return field.state === 'known' && place !== null && areSilent(context, blocks)
    ? unknown('placeholder', field.written, field.places[0] ?? place)
    : field;
}

function withoutBullet(context: Context, place: Place | null): Place | null {
  if (place === null) return null;
  const bullet = /^(?:[-*+]|\d{1,3}[.)])\s+/.exec(context.flat.slice(place.from, place.from + 8));
  return bullet === null ? place : { from: place.from + bullet[0].length, to: place.to };
}

/** The text under the first heading that a pattern matches. */
export function headingText(gathering: Gathering, pattern: RegExp): Field<string> {
  const index = gathering.outline.sections.findIndex((section) => pattern.test(section.heading));
  return index < 0 ? absent : spanText(gathering.context, gathering.outline.bodies[index] ?? []);
}

/** The same with a bullet kept, where a heading asks for words rather than for a section. */
function spanText(context: Context, blocks: readonly Block[]): Field<string> {
  const field = textField(context, spanOf(blocks));
  const [place] = field.places;
  return field.state === 'known' && place !== undefined && areSilent(context, blocks)
    ? unknown('placeholder', field.written, place)
    : field;
}

export function spanOf(blocks: readonly Block[]): Place | null {
  const shown = blocks.filter((block) => block.kind !== 'rule' && !(block.kind === 'html' && block.comment));
  const first = shown[0];
  const last = shown.at(-1);
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

/** The list items of all sections with a name. A label at the start of an item becomes its kind. */
export function sortedItems(
  gathering: Gathering,
  name: SectionName,
  only?: (heading: string) => boolean,
): readonly SortedItem[] {
  const { context, outline, index } = gathering;
  const own = sectionsNamed(gathering, name).filter(
    (at) => only === undefined || only(outline.sections[at]?.heading ?? ''),
  );
  const fromSections = own.flatMap((at) => {
    const kind =
      outline.sections[outline.sections[at]?.parent ?? -1]?.names.includes(name) === true
        ? outline.sections[at]?.heading
        : undefined;
    const body = outline.bodies[at] ?? [];
    return [...itemsIn(body).map((item) => sortedItem(context, item, kind)), ...columnItems(context, body, name)];
  });
  const fromLabels = (index.get(name as LabelName) ?? [])
    .filter(({ section, value }) => value === null && !(outline.sections[section]?.names.includes(name) ?? false))
    .flatMap(({ children }) => listedIn(context, children));
  return [...fromSections, ...fromLabels];
}

/** A table with what worked in one column and what did not in the other. */
function columnItems(context: Context, body: readonly Block[], name: SectionName): readonly SortedItem[] {
  return body.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const column = block.header.findIndex((cell) =>
      headingNames(context.lexicon, words(context, cell), { language: context.language, weak: true }).includes(name),
    );
    if (column < 0 && block.header.length === 1)
      return block.rows.map(({ cells }) => ({ text: textField(context, cells[0]) }));
    return column < 0 ? [] : block.rows.map(({ cells }) => ({ text: textField(context, cells[column]) }));
  });
}

function sortedItem(context: Context, item: Parameters<typeof listed>[1], kind: string | undefined): SortedItem {
  const [first] = item.children;
  const [label] = first?.kind === 'paragraph' ? labelsInParagraph(context, first, item.content, -1, 'item') : [];
  const ticked = item.ticked === undefined ? {} : { ticked: item.ticked };
  if (label !== undefined && label.value !== null)
    return { text: textField(context, label.value), kind: label.label, ...ticked };
  return kind === undefined ? listed(context, item) : { ...listed(context, item), kind };
}

/** All values that stand under labels of the given meanings: the words behind them, and the items below them. */
export function valuesOf({ context, index }: Gathering, ...names: readonly LabelName[]): readonly Field<string>[] {
  return names.flatMap((name) => (index.get(name) ?? []).flatMap((label) => labelValues(context, label)));
}

export function labelValues(context: Context, label: Labelled): readonly Field<string>[] {
  const own = label.value === null ? [] : [textField(context, label.value)];
  const below = listedIn(context, label.children).map(({ text }) => text);
  return own.length + below.length > 0
    ? [...own, ...below]
    : label.children.filter(({ kind }) => kind === 'paragraph').map((block) => textField(context, block));
}

/** The values of labels as single names: `api, web and worker` are three. */
export function namesUnder({ context, index }: Gathering, ...names: readonly LabelName[]): readonly Field<string>[] {
  return names.flatMap((name) =>
    (index.get(name) ?? []).flatMap((label) =>
      label.value === null
        ? labelValues(context, label)
        : splitPlaces(context, label.value).map((place) => textField(context, place)),
    ),
  );
}

/** The first value of a label, or the text under a heading whose words mean the same. */
export function labelOrHeading(gathering: Gathering, ...names: readonly LabelName[]): Field<string> {
  const labelled = firstField(gathering.context, gathering.index, ...names);
  if (labelled.state === 'known') return labelled;
  const { outline, context, asked } = gathering;
  const at = Math.min(...names.map((name) => asked.get(name)?.[0] ?? Infinity));
  const field = at === Infinity ? absent : spanText(context, outline.bodies[at] ?? []);
  return field === absent ? labelled : field;
}

/** The list items under labels of the given meanings. */
export function itemsUnder({ context, index }: Gathering, ...names: readonly LabelName[]): readonly ListedItem[] {
  return names.flatMap((name) => (index.get(name) ?? []).flatMap(({ children }) => listedIn(context, children)));
}

/** The words of every item in sections with a name. */
export function pointsOf(gathering: Gathering, name: SectionName): readonly ListedItem[] {
  return sectionsNamed(gathering, name).flatMap((index) =>
    itemsIn(gathering.outline.bodies[index] ?? []).map((item) => ({ ...listed(gathering.context, item) })),
  );
}
