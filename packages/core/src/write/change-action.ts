import {
  type ActionItem,
  type ActionValues,
  type Change,
  type Place,
  type Refusal,
  type Splice,
} from '../model/index.ts';
import { itemPlace } from '../read/listed.ts';
import { type ActionForm, actionForm, type ActionPart, actionParts, detailsBehind, textOf } from './action-form.ts';
import { actionFault } from './action-fault.ts';
import { nestedLine } from './add-action.ts';
import { combined } from './change-event.ts';
import { actionIndex } from './find-item.ts';
import { labelWords } from './heading-words.ts';
import { below, lineStart, type Page, withoutLines } from './page.ts';
import { refusal } from './refusal.ts';
import { writeCell } from './table-row.ts';
import type { Expectation, Plan } from './verify.ts';
import { emptyAt, replaceAt } from './write-at.ts';
import { waysToWrite } from './written-value.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;
type Meant = { readonly action: ActionItem; readonly own: number };

/** The action item on the page that is meant. */
function meant(page: Page, reference: Of<'changeAction'>['action']): Meant | Refusal {
  const index = actionIndex(page.whole, reference);
  if (typeof index !== 'number') return index;
  const place = page.whole.postmortem.actionItems[index]?.place;
  const onPage = place === undefined ? null : page.toPage(place);
  const own = page.examined.reading.postmortem.actionItems.findIndex((each) => each.place.from === onPage?.from);
  const action = page.examined.reading.postmortem.actionItems[own];
  return action === undefined ? refusal('no-place', 'The action item is not there.') : { action, own };
}

/** What has to hold of one item when all others stay. */
function expectation(
  page: Page,
  own: number,
  may: readonly string[],
  fault: (action: ActionItem) => string | null,
): Expectation {
  const count = page.examined.reading.postmortem.actionItems.length;
  return {
    may: may.map((name) => `actionItems[].${name}`),
    reached: (after) => {
      const { actionItems } = after.reading.postmortem;
      const same = actionItems[own];
      return actionItems.length !== count || same === undefined ? 'there would be other action items' : fault(same);
    },
  };
}

export function changeAction(page: Page, { action: reference, values }: Of<'changeAction'>): Plan | Refusal {
  const found = meant(page, reference);
  if ('code' in found) return found;
  if (values.text === '') return refusal('no-place', 'An action item keeps its words. Remove the item instead.');
  const may = [...Object.keys(values), ...(values.status === undefined ? [] : ['done'])];
  return {
    ways: changes(page, found.action, values),
    expect: expectation(page, found.own, may, (action) => actionFault(action, values)),
  };
}

function* changes(page: Page, action: ActionItem, values: ActionValues): Generator<readonly Splice[]> {
  const form = actionForm(page, action);
  const parts: (readonly (readonly Splice[])[])[] = [];
  const [text] = action.text.places;
  if (values.text !== undefined && text !== undefined) parts.push([...replaceAt(page, text, values.text, 'line')]);
  for (const part of actionParts) {
    const value = values[part.name];
    if (value !== undefined && actionFault(action, { [part.name]: value }) !== null)
      parts.push([...partWays(page, action, form, part, textOf(value))]);
  }
  if (parts.some((part) => part.length === 0)) return;
  yield* combined(parts);
}

function* partWays(
  page: Page,
  action: ActionItem,
  form: ActionForm,
  part: ActionPart,
  value: string,
): Generator<readonly Splice[]> {
  const place = partPlace(action, part);
  const column = form.kind === 'row' ? form.columns[part.column] : undefined;
  if (form.kind === 'row' && column !== undefined) {
    for (const written of value === '' ? [''] : waysToWrite(value, 'cell'))
      yield [writeCell(page, form.table, form.row, column, written)];
  }
  if (value === '') {
    if (place !== null) yield* withoutPart(page, action, form, part, place);
    return;
  }
  if (place !== null) yield* replaceAt(page, place, value, 'line');
  if (form.kind === 'item' && (form.fields.length > 0 || part.name === 'verification')) {
    const model = form.fields.at(-1) ?? {
      names: [],
      item: form.item,
      lead: `${margin(page, form.item.from)}- `,
      behind: ':',
    };
    for (const written of waysToWrite(value, 'line'))
      yield [below(page, endOf(page, form.item), nestedLine(page, model, part.label, written))];
  }
  const { context } = page.examined;
  const label = labelWords(context.lexicon, context.language, part.label);
  const at = sentenceEnd(page, action, form);
  const [words] = action.text.places;
  if (part.name === 'status' && words !== undefined)
    yield [{ from: words.from, to: words.from, insert: `[${value}] ` }];
  for (const detail of detailsBehind(part, value, label)) yield [{ from: at, to: at, insert: detail }];
}

/** Where a part of an item is written, from its first word to its last. */
function partPlace(action: ActionItem, { name }: ActionPart): Place | null {
  const fields = name === 'owners' ? action.owners : [action[name]];
  const places = fields.flatMap(({ places: [place], ...field }) =>
    place === undefined || (field.state === 'known' && field.source === 'derived') ? [] : [place],
  );
  if (places.length === 0) return null;
  return { from: Math.min(...places.map(({ from }) => from)), to: Math.max(...places.map(({ to }) => to)) };
}

function margin({ text }: Page, at: number): string {
  const lead = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s+/.exec(text.slice(lineStart(text, at)))?.[0] ?? '';
  return lead.replace(/[^\s>]/g, ' ');
}

function endOf({ text }: Page, { from, to }: Place): number {
  return from + text.slice(from, to).trimEnd().length;
}

/** Behind the sentence of an item: its first paragraph, its cell or its own paragraph. */
function sentenceEnd(page: Page, action: ActionItem, form: ActionForm): number {
  if (form.kind === 'item') return endOf(page, itemPlace(form.item));
  if (form.kind === 'paragraph') return endOf(page, form);
  return form.row.cells[form.columns.action ?? 0]?.to ?? action.place.to;
}

/** The ways to take a part away, with the brackets, label or comma that were there for it alone. */
function* withoutPart(
  page: Page,
  action: ActionItem,
  form: ActionForm,
  part: ActionPart,
  place: Place,
): Generator<readonly Splice[]> {
  const { text } = page;
  const nested =
    form.kind === 'item' ? form.fields.find(({ item }) => item.from <= place.from && place.to <= item.to) : undefined;
  if (nested !== undefined) yield [withoutLines(page, { from: nested.item.from, to: endOf(page, nested.item) })];
  const before = text.slice(Math.max(action.place.from, place.from - 200), place.from);
  const after = text.slice(place.to, Math.max(place.to, Math.min(action.place.to, place.to + 600)));
  for (const [lead, tail] of AROUND) {
    const front = lead.exec(before);
    const back = tail.exec(after);
    if (front === null || back === null) continue;
    yield [{ from: place.from - front[0].length, to: place.to + back[0].length, insert: '' }];
  }
  if (part.name !== 'ticket') yield* emptyAt(page, place);
}

const AROUND: readonly (readonly [RegExp, RegExp])[] = [
  [/[ \t]*[([（]\s*(?:[\p{L} ]{1,30}[:：]?\s*)?\[?$/u, /^\]?(?:\([^()\s]*\))?\s*[)\]）]/u],
  [/,\s*(?:[\p{L} ]{1,30}[:：]?\s*)?$/u, /^/u],
  [/(?<=[([（])(?:[\p{L} ]{1,30}[:：]?\s*)?$/u, /^\s*,\s*/u],
  [/[ \t]*[—–;.-]\s*(?:\*\*)?[\p{L} ]{1,30}[:：]?(?:\*\*)?[:：]?\s*$/u, /^/u],
  [/(?:\*\*|[[(])*$/u, /^(?:\*\*|[\])])*\s*(?:[—–:：-]+\s*)?/u],
  [/[ \t]*(?:[—–-]\s*)?$/u, /^/u],
];

export function removeAction(page: Page, { action: reference }: Of<'removeAction'>): Plan | Refusal {
  const found = meant(page, reference);
  if ('code' in found) return found;
  const count = page.examined.reading.postmortem.actionItems.length - 1;
  const { place } = found.action;
  return {
    ways: [[withoutLines(page, { from: place.from, to: endOf(page, place) })]],
    expect: {
      lists: ['actionItems'],
      may: ['prevention', 'otherLabels', 'followUp', 'lessons'],
      reached: (after) =>
        after.reading.postmortem.actionItems.length === count ? null : 'other action items would go or stay',
    },
  };
}

/** Marks an item as done or open: by its box, its status, or a mark of its own. */
export function tickAction(
  page: Page,
  { kind, action: reference }: Of<'tickAction' | 'untickAction' | 'removeAction'>,
): Plan | Refusal {
  const found = meant(page, reference);
  if ('code' in found) return found;
  const isDone = kind === 'tickAction';
  return {
    ways: tickWays(page, found.action, isDone),
    expect: {
      ...expectation(page, found.own, ['done', 'status'], ({ done }) => doneFault(done, isDone)),
      follow: ['followUp.checks[].ticked', 'prevention.points[].ticked', 'detection.methods[].ticked'],
    },
  };
}

function doneFault(done: ActionItem['done'], isDone: boolean): string | null {
  if (isDone) return done.state === 'known' && done.value ? null : 'it would not be read as done';
  return done.state === 'known' && done.value ? 'it would still be read as done' : null;
}

function* tickWays(page: Page, action: ActionItem, isDone: boolean): Generator<readonly Splice[]> {
  const form = actionForm(page, action);
  const box = form.kind === 'item' && form.item.ticked !== undefined ? boxSplice(page, form.item, isDone) : null;
  const status: (readonly Splice[])[] = [];
  const [place] = action.status.places;
  const column = form.kind === 'row' ? form.columns.status : undefined;
  for (const word of statusWords(page, isDone)) {
    if (place !== undefined && place.to > place.from) status.push(...replaceAt(page, place, word, 'line'));
    else if (form.kind === 'row' && column !== undefined)
      status.push([writeCell(page, form.table, form.row, column, word)]);
  }
  if (box !== null) {
    yield [box];
    for (const way of status) yield [box, ...way];
  }
  yield* status;
  const [mark] = action.done.places;
  if (!isDone && mark !== undefined && mark.to > mark.from) {
    const around = page.text.slice(mark.from - 1, mark.to + 1);
    yield [/^\(.*\)$/s.test(around) ? { from: mark.from - 1, to: mark.to + 1, insert: '' } : { ...mark, insert: '' }];
    for (const word of statusWords(page, isDone)) yield [{ ...mark, insert: word }];
  }
  const [words] = action.text.places;
  if (words === undefined) return;
  if (isDone && form.kind === 'item' && box === null)
    yield [{ from: form.item.content, to: form.item.content, insert: '[x] ' }];
  if (isDone) yield [{ from: words.from, to: words.from, insert: '✅ ' }];
}

function boxSplice(
  { text }: Page,
  { from, content }: { readonly from: number; readonly content: number },
  isDone: boolean,
): Splice {
  const at = text.lastIndexOf('[', content);
  const open = at < from ? from : at;
  return { from: open + 1, to: open + 2, insert: isDone ? 'x' : ' ' };
}

/** Words for done or open: those of other items first, then those of the language. */
function statusWords({ examined: { reading, context } }: Page, isDone: boolean): readonly string[] {
  const used = reading.postmortem.actionItems.flatMap(({ status, done }) =>
    status.state === 'known' && done.state === 'known' && done.value === isDone ? [status.value] : [],
  );
  const language = context.lexicon.languages.find(({ code }) => code === context.language);
  const own = (isDone ? language?.done : language?.open)?.[0] ?? (isDone ? 'done' : 'open');
  return [...new Set([...used.slice(0, 1), own.charAt(0).toUpperCase() + own.slice(1), isDone ? 'Done' : 'Open'])];
}
