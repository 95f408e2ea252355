import { absent, type ActionItem, type Field, type Place } from '../model/index.ts';
import { type ColumnName, fold, isUnspaced } from '../vocabulary/index.ts';
import type { Block, Item, List, Paragraph, Row, Table } from './block.ts';
import { actionWords, type ActionWords } from './action-words.ts';
import { columnNames } from './column-names.ts';
import { type Context, knownField, mapField, textField, words } from './context.ts';
import { hasRoom } from './most.ts';
import { footOf, labelsInParagraph, type Labelled } from './labels.ts';
import { itemPlace } from './listed.ts';
import { literalItem } from './literal-item.ts';
import { isWithin, type Outline } from './outline.ts';
import { onlyAsks } from './silence.ts';
import { splitPlaces } from './split.ts';
import { longestColumn } from './table.ts';

interface Walk {
  readonly context: Context;
  readonly items: ActionItem[];
  /** Values of the category columns so far: a list that explains them is no list of actions. */
  readonly categories: Set<string>;
  readonly list: ActionItem['list'];
  /** Whether the action items stand in lists or tables, so that a paragraph among them is a remark. */
  readonly isListed: boolean;
  /** Whether this is a section on follow-up, where only what is phrased as a thing to do counts. */
  readonly isFollowUp: boolean;
  group: string | undefined;
  /** The words above a list of what is done already: `✅ Done:`. */
  groupDone?: Place | undefined;
  /** The priority that a group's heading gives to its items: `High Priority (P0)`. */
  groupPriority?: Field<string>;
}

const LISTS = ['actionItems', 'prevention', 'followUp'] as const;

/**
 * Reads every form of action list: tables, bullets, numbered items, boxes, items with nested fields, paragraphs; in
 * sections of action items, and in sections on prevention where an item is phrased as a thing to do.
 */
export function actionItemsOf(context: Context, outline: Outline): readonly ActionItem[] {
  const { sections } = outline;
  const items: ActionItem[] = [];
  const categories = new Set<string>();
  const hasList = sections.some(({ names }) => names.includes('actionItems'));
  const isListed = sections.some(
    (_section, at) =>
      isWithin(sections, at, 'actionItems') &&
      (outline.bodies[at] ?? []).some(({ kind }) => kind === 'list' || kind === 'table'),
  );
  for (const [index, section] of sections.entries()) {
    const isAction = isWithin(sections, index, 'actionItems');
    const own = LISTS.some((name) => section.names.includes(name));
    if (!isAction && !isWithin(sections, index, 'prevention') && (hasList || !isWithin(sections, index, 'followUp')))
      continue;
    if (section.names.length > 0 && !own) continue;
    const list = isAction ? 'actionItems' : 'prevention';
    const groupPriority = own ? absent : groupPriorityOf(context, section.headingPlace);
    readBlocks(
      {
        context,
        items,
        categories,
        list,
        isListed,
        isFollowUp: !isAction && !isWithin(sections, index, 'prevention'),
        group: own ? undefined : section.heading,
        groupPriority,
      },
      withoutFoot(context, outline, index),
    );
  }
  return items;
}

function withoutFoot(context: Context, outline: Outline, index: number): readonly Block[] {
  const body = outline.bodies[index] ?? [];
  return body.slice(0, body.length - footOf(context, outline, index).length);
}

function readBlocks(walk: Walk, blocks: readonly Block[]): void {
  const hasList = blocks.some(({ kind }) => kind === 'list' || kind === 'table');
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'list') {
      const isAnswer = walk.isFollowUp && blocks[index - 1]?.kind === 'paragraph';
      if (!isAnswer && !isLegend(walk, block)) for (const item of block.items) readItem(walk, item);
    } else if (block.kind === 'table') readTable(walk, block);
    else if (block.kind === 'quote') readBlocks(walk, block.children);
    else if (block.kind === 'paragraph') readParagraph(walk, block, hasList, blocks[index + 1]);
  }
}

const PRIORITY = /priorit|prioridad|prioridade|prioritet|優先|优先/i;

/** `High Priority (P0)` → P0, `Prevent Recurrence (High Priority)` → High; absent where a heading names none. */
function groupPriorityOf(context: Context, heading: Place): Field<string> {
  const text = context.flat.slice(heading.from, heading.to);
  const coded = /(?<![\p{L}\d])P[0-5](?![\p{L}\d])/u.exec(text);
  if (coded !== null)
    return knownField(
      context,
      coded[0],
      { from: heading.from + coded.index, to: heading.from + coded.index + 2 },
      'derived',
    );
  if (!PRIORITY.test(text)) return absent;
  for (const match of text.matchAll(/[\p{L}]+/gu)) {
    const word = fold(match[0]);
    const near = text.slice(Math.max(0, match.index - 14), match.index + match[0].length + 14);
    if (!context.lexicon.severities.has(word) || !PRIORITY.test(near)) continue;
    const from = heading.from + match.index;
    return knownField(context, match[0], { from, to: from + match[0].length }, 'derived');
  }
  return absent;
}

/** `Prevention: stops it from coming back`: a list that says what the categories of the table mean. */
function isLegend({ context, categories }: Walk, { items }: List): boolean {
  const labels = items.map(
    ({ content, to }) => LEGEND.exec(context.flat.slice(content, Math.min(to, content + 60)))?.[1],
  );
  return (
    categories.size > 0 &&
    items.length > 1 &&
    labels.filter((label) => label !== undefined && categories.has(fold(label))).length * 2 > items.length
  );
}

/** `**Prevention (4):** …` */
const LEGEND = /^[*_\s]*([^:：*_(（\n]{1,30}?)\s?(?:[(（][^()（）\n]{1,20}[)）])?[*_]*\s*[:：]/;

/** A paragraph is an action where the section has no list, or begins with a bold status or label of an action. */
function readParagraph(walk: Walk, paragraph: Paragraph, hasList: boolean, next: Block | undefined): void {
  const { context } = walk;
  const raw = context.flat.slice(paragraph.from, paragraph.to);
  const label = /^[^\p{L}\p{N}]{0,8}(?:\*\*|__)([^*_\n]{1,60}?)\s{0,8}[:：]?(?:\*\*|__)(?:\s*[:：])?\s*$/u.exec(raw);
  if (label !== null && (next?.kind === 'list' || next?.kind === 'table')) {
    walk.group = words(context, paragraph).replace(/[:：]$/, '');
    walk.groupDone = saysDone(context, label[1] ?? '') ? { from: paragraph.from, to: paragraph.to } : undefined;
    return;
  }
  const plain = next?.kind === 'list' ? PLAIN_LABEL.exec(raw) : null;
  if (plain !== null)
    walk.groupDone = saysDone(context, plain[1] ?? '') ? { from: paragraph.from, to: paragraph.to } : undefined;
  if (hasList || walk.list === 'prevention') return;
  const status = /^\s*(?:\*\*|__)([^*_\n]{1,30}?)[:：]?(?:\*\*|__)/u.exec(raw);
  const isStatus =
    status !== null && [context.lexicon.done, context.lexicon.open].some((set) => set.has(fold(status[1] ?? '')));
  const text = textField(context, paragraph);
  if (text.state !== 'known') return;
  if (isStatus || (!walk.isListed && (isThingToDo(context, text.value) || isPlan(text.value))))
    addItem(walk, paragraph, paragraph, [], undefined);
}

/** `✅ Done:` above a list, without stars. */
const PLAIN_LABEL = /^[^\p{L}\p{N}]{0,8}([^:：\n]{1,40})[:：]\s*$/u;

function saysDone({ lexicon }: Context, label: string): boolean {
  return lexicon.done.has(fold(label));
}

const PLAN =
  /^(?:\S+\s+){1,8}(?:will|should|must|shall|needs? to|plans? to|is going to|are going to|soll|sollen|wird|werden|deberá|debe|doit|devra|deverá|skal|må)\s/i;

/** `The data team will rehearse a restore`: a plan told as a sentence. */
function isPlan(text: string): boolean {
  return PLAN.test(text.slice(0, 200));
}

function readItem(walk: Walk, item: Item): void {
  const { context } = walk;
  const place = itemPlace(item);
  const rest = item.children.slice(1);
  const nested = rest.filter((block) => block.kind === 'list').flatMap(({ items }) => items);
  const fields = nested.flatMap((child) => nestedField(context, child));
  const raw = context.flat.slice(place.from, place.to);
  const literal = literalItem(context, place);
  if (literal !== null) {
    walk.items.push({ ...empty(walk, item), ...literal, done: doneOf(context, item.ticked, absent, undefined, place) });
    return;
  }
  const isGroupLabel =
    nested.length > 0 &&
    fields.length === 0 &&
    item.ticked === undefined &&
    /^[^\p{L}\p{N}]{0,8}(?:(?:\*\*|__)[^*_]+(?:\*\*|__)(?:\s*[:：])?|[^.!?。]{1,60}[:：])\s*$/u.test(raw);
  if (isGroupLabel) {
    const group = walk.group;
    walk.group = words(context, place).replace(/[:：]$/, '');
    for (const child of nested) readItem(walk, child);
    walk.group = group;
    return;
  }
  const isCertain = !walk.isFollowUp && (walk.list === 'actionItems' || item.ticked !== undefined || fields.length > 0);
  if (!isCertain && !isThingToDo(context, words(context, place))) return;
  addItem(walk, item, place, fields, item.ticked);
}

const NESTED_FIELDS: ReadonlySet<string> = new Set([
  'owner',
  'due',
  'status',
  'priority',
  'ticket',
  'verification',
  'incidentId',
  'date',
  'responders',
  'author',
]);

function nestedField(context: Context, item: Item): readonly Labelled[] {
  const [first] = item.children;
  if (first?.kind !== 'paragraph') return [];
  return labelsInParagraph(context, first, item.content, -1, 'item').filter(({ names }) =>
    names.some((name) => NESTED_FIELDS.has(name)),
  );
}

function empty({ list, group }: Walk, place: Place): Omit<ActionItem, 'text' | 'done'> {
  return {
    place: { from: place.from, to: place.to },
    id: absent,
    owners: [],
    due: absent,
    priority: absent,
    status: absent,
    verification: absent,
    ticket: absent,
    list,
    ...(group !== undefined && { group }),
  };
}

function addItem(
  walk: Walk,
  block: Place,
  place: Place,
  nested: readonly Labelled[],
  ticked: boolean | undefined,
): void {
  const { context } = walk;
  if (!hasRoom(context, walk.items, 'action items', block)) return;
  const inline = actionWords(context, place);
  const text = textField(context, inline.text);
  const hasContent = nested.some(({ value }) => textField(context, value).state === 'known');
  if (text.state !== 'known' && !hasContent) return;
  if (!hasContent && onlyAsks(context, { kind: 'paragraph', ...place }, place.from, 'item')) return;
  if (text.state !== 'known' && ticked === undefined) return;
  const field = (...names: readonly string[]): Field<string> => {
    const label = nested.find((candidate) => candidate.names.some((name) => names.includes(name)));
    return textField(context, label?.value);
  };
  const ownerLabel = nested.find(
    ({ names }) => names.includes('owner') || names.includes('responders') || names.includes('author'),
  );
  const owners = ownerLabel?.value
    ? ownersAt(context, ownerLabel.value)
    : inline.owner === null
      ? []
      : ownersAt(context, inline.owner);
  const status =
    field('status').state === 'unknown' && inline.status !== null ? textField(context, inline.status) : field('status');
  const due = field('due', 'date');
  const priority = field('priority');
  const ticket = field('ticket');
  walk.items.push({
    ...empty(walk, block),
    text,
    owners,
    due: due.state === 'known' || inline.due === null ? due : textField(context, inline.due),
    priority:
      priority.state !== 'known' && inline.priority !== null
        ? textField(context, inline.priority)
        : priority === absent
          ? (walk.groupPriority ?? absent)
          : priority,
    status,
    done: doneOf(context, ticked, status, inline, place, walk.groupDone),
    verification: field('verification'),
    ticket:
      ticket.state === 'known'
        ? targetOf(context, ticket)
        : inline.ticket === null
          ? ticket
          : knownField(context, inline.ticket.value, inline.ticket.place),
  });
}

/** `TODO` is a placeholder anywhere but in a status. */
function statusField(context: Context, place: Place | null | undefined): Field<string> {
  const field = textField(context, place);
  if (field.state !== 'unknown' || field.reason !== 'placeholder' || place === null || place === undefined)
    return field;
  const said = words(context, place);
  const { done, open } = context.lexicon;
  return done.has(fold(said)) || open.has(fold(said)) ? knownField(context, said, place) : field;
}

/** A reference of 200 characters, in its brackets. */
const LONGEST_REFERENCE = 202;

/** The target of a link, or the words where there is no link. */
function targetOf(context: Context, field: Field<string>): Field<string> {
  if (field.state !== 'known') return field;
  const inline = /\]\(\s*<?([^\s)>]{1,500})/.exec(field.written)?.[1];
  const reference = /\[([^\]]{1,200})\]$/.exec(field.written.trimEnd().slice(-LONGEST_REFERENCE))?.[1];
  const value = inline ?? (reference === undefined ? undefined : context.references.get(reference.toLowerCase()));
  return value === undefined ? field : { ...field, value };
}

const KEY_WITH_STATUS = /^([A-Z][A-Z0-9]{1,9}-\d{1,6}|#\d{1,7})\s+(\p{L}[\p{L} ]{1,30})$/u;

/** `OPS-9 DONE` in a ticket's cell: the key alone, and the status that stands behind it. */
function withoutStatus(context: Context, field: Field<string>): Field<string> {
  const match = field.state === 'known' ? KEY_WITH_STATUS.exec(field.value) : null;
  return match === null || isDone(context, match[2] ?? '') === null ? field : mapField(field, () => match[1] ?? '');
}

function statusBehind(field: Field<string>): Field<string> {
  return mapField(field, (value) => KEY_WITH_STATUS.exec(value)?.[2] ?? value);
}

function ownersAt(context: Context, place: Place): readonly Field<string>[] {
  return splitPlaces(context, place)
    .map((part) => textField(context, part))
    .filter((field) => field.state !== 'known' || !context.lexicon.nobody.has(fold(field.value)));
}

/** Ticked box, status word, a mark such as `(DONE)` or ✅: the first that says something decides. */
function doneOf(
  context: Context,
  ticked: boolean | undefined,
  status: Field<string>,
  inline: ActionWords | undefined,
  place: Place,
  groupDone?: Place,
): Field<boolean> {
  if (status.state === 'known') {
    const done = isDone(context, status.value);
    if (done !== null) return { ...status, value: done };
  }
  if (inline !== undefined && inline.done !== null) return knownField(context, inline.done.value, inline.done.place);
  if (ticked !== undefined) return knownField(context, ticked, { from: place.from, to: place.from + 1 });
  return groupDone === undefined ? absent : knownField(context, true, groupDone, 'derived');
}

/** Whether a status word says that an item is done; null where it says neither. */
function isDone(context: Context, status: string): boolean | null {
  const { done, open, cancelled } = context.lexicon;
  if (/^[\s*]*(?:✅|✔|☑|🟢)/u.test(status)) return true;
  if (/^[\s*]*(?:❌|⏳|🔴|🟡|☐|🚧|🔄|⬜)/u.test(status)) return false;
  const folded = fold(status);
  if (done.has(folded)) return true;
  if (open.has(folded) || cancelled.has(folded)) return false;
  const [first = ''] = folded.split(' ');
  const [start = ''] = status.split(/(?:(?<!\s)\s+)?[(（,;:：—–/-]\s*/, 1);
  const head = fold(start);
  if (open.has(head) || cancelled.has(head)) return false;
  if (done.has(head)) return true;
  if (open.has(first)) return false;
  return done.has(first) ? true : null;
}

/** Whether a sentence is phrased as a thing to do, by its first words. */
function isThingToDo(context: Context, text: string): boolean {
  const { imperatives, imperativeEndings } = context.lexicon;
  if (/[?？]\s*$/.test(text)) return false;
  const folded = fold(text.slice(0, 160));
  const first = folded.split(' ');
  if (imperatives.has(first[0] ?? '') || imperatives.has(first.slice(0, 2).join(' '))) return true;
  if (isUnspaced(folded)) {
    const whole = fold(text);
    const begins = [2, 3, 4, 5, 6].some((length) => imperatives.has(whole.slice(0, length)));
    return begins || imperativeEndings.some((ending) => ending !== '' && whole.endsWith(ending));
  }
  return (
    context.language !== 'en' &&
    imperativeEndings.some(
      (ending) =>
        /^[a-z]+$/.test(ending) && (first[0] ?? '').length > ending.length + 2 && first[0]?.endsWith(ending) === true,
    )
  );
}

/** The priority of a row: its own cell, its words, else what the heading above gives to all. */
function priorityOf(
  context: Context,
  cell: Place | undefined,
  inline: Place | null,
  ofGroup: Field<string> | undefined,
): Field<string> {
  if (cell !== undefined) return textField(context, cell);
  return inline === null ? (ofGroup ?? absent) : textField(context, inline);
}

export type ActionColumns = Readonly<Partial<Record<ColumnName, number>>>;

/** Which column of a table of action items holds what. */
export function actionColumns(context: Context, table: Table): ActionColumns {
  const meanings = table.header.map((cell) => columnNames(context, cell));
  const columns: Partial<Record<ColumnName, number>> = {};
  const taken = new Set<number>();
  const take = (name: ColumnName): void => {
    const index = meanings.findIndex((names, at) => !taken.has(at) && names.includes(name));
    if (index < 0) return;
    columns[name] = index;
    taken.add(index);
  };
  for (const name of [
    'action',
    'owner',
    'due',
    'priority',
    'status',
    'verification',
    'ticket',
    'id',
    'category',
  ] as const)
    take(name);
  if (columns.action === undefined && table.header.length > 0) {
    const index = longestColumn(table, [...taken]);
    if (index >= 0) columns.action = index;
  }
  return columns;
}

function readTable(walk: Walk, table: Table): void {
  const columns = actionColumns(walk.context, table);
  const own = isGuidance(walk.context, table, columns) ? { ...walk, list: 'prevention' as const } : walk;
  for (const row of table.rows) {
    const category = row.cells[columns.category ?? -1];
    if (category !== undefined) walk.categories.add(fold(words(walk.context, category)));
    readRow(own, row, columns);
  }
}

/** A table that says which signal calls for what is advice for next time; nobody takes its rows up. */
function isGuidance(
  { flat }: Context,
  { header }: Table,
  { owner, due, status, ticket, priority }: ActionColumns,
): boolean {
  const [first] = header;
  const isList = [owner, due, status, ticket, priority].some((column) => column !== undefined);
  return !isList && first !== undefined && SIGNAL.test(flat.slice(first.from, Math.min(first.to, first.from + 40)));
}

const SIGNAL =
  /^[\s*_]*(?:signals?|symptoms?|if|when|señal|síntoma|symptôme|sinal|symptom|anzeichen|信号|信號|症状|兆候)[\s*_]*$/i;

function readRow(walk: Walk, row: Row, columns: ActionColumns): void {
  const { context } = walk;
  const cell = (name: ColumnName): Place | undefined => row.cells[columns[name] ?? -1];
  const action = cell('action');
  if (action === undefined || !hasRoom(context, walk.items, 'action items', row)) return;
  const inline = actionWords(context, action);
  const text = textField(context, inline.text);
  if (text.state !== 'known') return;
  const owner = cell('owner') ?? inline.owner ?? undefined;
  const status = statusField(context, cell('status'));
  const ticketCell = textField(context, cell('ticket'));
  const columnTicket = withoutStatus(context, targetOf(context, ticketCell));
  const due = textField(context, cell('due'));
  walk.items.push({
    ...empty(walk, row),
    text,
    owners: owner === undefined ? [] : ownersAt(context, owner),
    due: due.state === 'known' || inline.due === null ? due : textField(context, inline.due),
    priority: priorityOf(context, cell('priority'), inline.priority, walk.groupPriority),
    status,
    done: doneOf(context, undefined, status.state === 'known' ? status : statusBehind(ticketCell), inline, action),
    verification: textField(context, cell('verification')),
    ticket:
      columnTicket.state === 'known' || inline.ticket === null
        ? columnTicket
        : knownField(context, inline.ticket.value, inline.ticket.place),
    id: textField(context, cell('id')),
  });
}
