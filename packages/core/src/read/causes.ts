import { absent, type Causes, type ContributingFactor, type FactorKind, type Why } from '../model/index.ts';
import { fold, type LabelName } from '../vocabulary/index.ts';
import type { Block, Item, Table } from './block.ts';
import { type Context, textField, words } from './context.ts';
import { type Gathering, labelOrHeading, sectionsNamed, sectionText, spanOf } from './gather.ts';
import { itemPlace, itemsIn } from './listed.ts';
import { labelsInParagraph, nameOf } from './labels.ts';
import { isWithin } from './outline.ts';
import { areSilent } from './silence.ts';
import { longestColumn } from './table.ts';
import { mainList } from './listed.ts';

const FACTOR_KINDS: ReadonlySet<LabelName> = new Set<LabelName>(['technical', 'process', 'human', 'external']);

/** Causes as the document tells them: what happened, the causes it names, its whys, its contributing factors. */
export function causesOf(gathering: Gathering): Causes {
  const root = labelOrHeading(gathering, 'rootCause');
  return {
    whatHappened: labelOrHeading(gathering, 'whatHappened'),
    whyItHappened: labelOrHeading(gathering, 'whyItHappened'),
    immediate: labelOrHeading(gathering, 'immediateCause'),
    root: root.state === 'known' ? root : sectionText(gathering, 'rootCause'),
    trigger: labelOrHeading(gathering, 'trigger'),
    whys: whysOf(gathering),
    factors: factorsOf(gathering),
  };
}

function factorsOf(gathering: Gathering): readonly ContributingFactor[] {
  const { context, outline, index } = gathering;
  const within = outline.sections.flatMap((_section, at) =>
    isWithin(outline.sections, at, 'contributingFactors') ? [at] : [],
  );
  const sections = within.flatMap((at) => {
    const body = outline.bodies[at] ?? [];
    const kind = nameOf(context, outline.sections[at]?.heading ?? '').find(isKind);
    const items = itemsIn(body).map((item) => ({ ...(kind !== undefined && { kind }), ...factorOf(context, item) }));
    return [...items, ...body.flatMap((block) => (block.kind === 'table' ? factorRows(context, block) : []))];
  });
  if (sections.length > 0) return sections;
  const labels = index.get('contributingFactors') ?? [];
  return labels.flatMap(({ value, children }) => {
    const items = itemsIn(children.slice(0, 2)).map((item) => factorOf(context, item));
    return items.length === 0 && value !== null ? [{ text: textField(context, value) }] : items;
  });
}

/** Rows of factors: the longest column holds the words, another may hold the kind. */
function factorRows(context: Context, table: Table): readonly ContributingFactor[] {
  const column = longestColumn(table, []);
  return table.rows.map(({ cells }) => {
    const kind = cells.flatMap((cell, at) => (at === column ? [] : nameOf(context, words(context, cell)))).find(isKind);
    return { text: textField(context, cells[column]), ...(kind !== undefined && { kind }) };
  });
}

function isKind(name: LabelName): name is FactorKind {
  return FACTOR_KINDS.has(name);
}

function factorOf(context: Context, item: Item): ContributingFactor {
  const [first] = item.children;
  const [label] = first?.kind === 'paragraph' ? labelsInParagraph(context, first, item.content, -1, 'item') : [];
  const kind = label?.names.find((name) => FACTOR_KINDS.has(name)) as FactorKind | undefined;
  if (kind !== undefined && label?.value) return { kind, text: textField(context, label.value) };
  return { text: textField(context, itemPlace(item)) };
}

const WHY =
  /^(?:[^\p{L}]{0,12})(?:why|warum|wieso|weshalb|pourquoi|por ?qu[eéê]|hvorfor|varför|¿por qué)(?![\p{L}])|なぜ|为什么|为何|何故/iu;
const WHY_HEADING = /^(?:[^\p{L}]{0,12})(?:why|warum|pourquoi|por ?qu[eéê]|hvorfor)\s*(?:#\s*)?\d\b/iu;

const EXAMPLE = /^(?:example|beispiel|ejemplo|exemple|exemplo|eksempel|例)/i;

/** The chain of whys: a list in its own section or under its label, sub-headings `Why #1`, or a list of why-questions. */
function whysOf(gathering: Gathering): readonly Why[] {
  const { context, outline, index, isTemplate } = gathering;
  const labels = index.get('fiveWhys') ?? [];
  if (isTemplate && labels.some(({ label }) => EXAMPLE.test(label))) return [];
  for (const at of sectionsNamed(gathering, 'fiveWhys')) {
    const whys = whysIn(context, outline.bodies[at] ?? []);
    if (whys.length > 0) return whys;
  }
  for (const { children } of labels) {
    const whys = whysIn(context, children);
    if (whys.length > 0) return whys;
  }
  const headings = outline.sections.flatMap((section, at) => (WHY_HEADING.test(section.heading) ? [at] : []));
  if (headings.length > 1) {
    return headings.map((at) => ({
      question: textField(context, outline.sections[at]?.headingPlace),
      answer: textField(context, spanOf(outline.bodies[at] ?? [])),
    }));
  }
  for (const at of sectionsNamed(gathering, 'rootCause')) {
    const items = itemsIn(outline.bodies[at] ?? []).filter(({ children }) => !areSilent(context, children));
    const asking = items.filter((item) => WHY.test(context.flat.slice(item.content, item.content + 40)));
    if (asking.length >= 3 && asking.length * 2 >= items.length) return items.map((item) => whyOf(context, item));
  }
  return [];
}

function whysIn(context: Context, blocks: readonly Block[]): readonly Why[] {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const list = mainList(blocks);
  if (list === undefined)
    return rows.map(({ cells }) => ({
      question: textField(context, cells.at(-2)),
      answer: textField(context, cells.at(-1)),
    }));
  const parts = blocks.filter((block) => block.kind === 'list');
  const items =
    parts.length > 1 && parts.every((part) => part.items.length === 1)
      ? parts.flatMap((part) => part.items)
      : list.items;
  return items.map((item) => whyOf(context, item));
}

/** A bold or first sentence up to its question mark is the question; what follows, or is nested below, the answer. */
function whyOf(context: Context, item: Item): Why {
  const place = itemPlace(item);
  const raw = context.flat.slice(place.from, place.to);
  const mark = /[?？](?:\*\*|__)?/.exec(raw);
  const below = spanOf(item.children.slice(1));
  if (mark === null)
    return { question: textField(context, place), answer: below === null ? absent : textField(context, below) };
  const end = mark.index + mark[0].length;
  const lead = /^[\s—–:>→-]*/.exec(raw.slice(end))?.[0].length ?? 0;
  const inline = textField(context, { from: place.from + end + lead, to: place.to });
  const answer =
    inline.state === 'known' || below === null ? inline : textField(context, answerBelow(context, item) ?? below);
  return { question: textField(context, { from: place.from, to: place.from + end }), answer };
}

function answerBelow(context: Context, item: Item): { readonly from: number; readonly to: number } | null {
  for (const nested of itemsIn(item.children.slice(1))) {
    const [first] = nested.children;
    const [label] = first?.kind === 'paragraph' ? labelsInParagraph(context, first, nested.content, -1, 'item') : [];
    if (label?.names.includes('answer') === true && label.value !== null) return label.value;
    const plainLabel = /^([^:：]{1,20})[:：]\s*/.exec(context.flat.slice(nested.content, nested.content + 30));
    if (plainLabel !== null && fold(plainLabel[1] ?? '') === 'answer')
      return { from: nested.content + plainLabel[0].length, to: itemPlace(nested).to };
  }
  const [only, ...more] = itemsIn(item.children.slice(1));
  return only === undefined || more.length > 0 ? null : itemPlace(only);
}
