import { type ActionItem, type ActionValues, type Change, type Refusal, type Splice, valueOf } from '../model/index.ts';
import { actionColumns, type ActionColumns } from '../read/actions.ts';
import type { Item, Row, Table } from '../read/block.ts';
import { textField } from '../read/context.ts';
import { itemPlace } from '../read/listed.ts';
import { isWithin } from '../read/outline.ts';
import { actionForm, actionParts, detailsBehind, type NestedField, textOf } from './action-form.ts';
import { newActionFault } from './action-fault.ts';
import { headingEnd } from './label-line.ts';
import { labelWords } from './heading-words.ts';
import { newSection } from './new-section.ts';
import { below, isApart, lineStart, type Page } from './page.ts';
import { headEnd, newRow, writeCell } from './table-row.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { waysToWrite } from './written-value.ts';

type AddAction = Extract<Change, { kind: 'addAction' }>;
type Values = ActionValues & { readonly text: string };

/** How to add an action item: in a row or item that a template left, else behind the last one in its form. */
export function addAction(page: Page, { action }: AddAction, template?: Template): Plan | Refusal {
  const count = page.examined.reading.postmortem.actionItems.length + 1;
  return {
    ways: ways(page, action, template),
    expect: {
      lists: ['actionItems'],
      may: ['prevention', 'otherLabels', 'followUp.checks', 'lessons'],
      sections: true,
      reached: (after, ranges) => newActionFault(after, ranges, action, count),
    },
  };
}

function* ways(page: Page, values: Values, template: Template | undefined): Generator<readonly Splice[]> {
  const { actionItems } = page.examined.reading.postmortem;
  const last = actionItems.findLast(({ list }) => list === 'actionItems') ?? actionItems.at(-1);
  yield* leftOver(page, values, last);
  if (last !== undefined) yield* behind(page, values, last);
  yield* firstAction(page, values);
  const hasSection = page.examined.outline.sections.some(({ names }) => names.includes('actionItems'));
  if (!hasSection)
    for (const words of sentences(page, values))
      yield* newSection(page, { name: 'actionItems' }, `- [ ] ${words}`, template);
}

function* behind(page: Page, values: Values, last: ActionItem): Generator<readonly Splice[]> {
  const { text } = page;
  const form = actionForm(page, last);
  if (form.kind === 'row') {
    const { table, row, columns } = form;
    for (const cells of cellsFor(page, values, table, columns, nextId(valueOf(last.id))))
      yield [below(page, row.to, newRow(page, table, row, cells))];
    return;
  }
  const before = page.examined.reading.postmortem.actionItems.at(-2);
  const gap =
    isApart(page, before?.place, last.place) &&
    before !== undefined &&
    !/#/.test(text.slice(before.place.to, last.place.from))
      ? '\n'
      : '';
  const end = last.place.from + text.slice(last.place.from, last.place.to).trimEnd().length;
  if (form.kind === 'paragraph') {
    for (const words of sentences(page, values)) yield [below(page, end, `\n${words}`)];
    return;
  }
  const lead = leadOf(page, form.item);
  if (form.fields.length > 0)
    for (const lines of withFields(page, values, lead, form.fields)) yield [below(page, end, `${gap}${lines}`)];
  for (const words of sentences(page, values)) yield [below(page, end, `${gap}${lead}${words}`)];
}

/** Bullet and open box of an item, or its number and one. */
function leadOf({ text }: Page, item: Item): string {
  const lead = text.slice(lineStart(text, item.from), item.content);
  return lead
    .replace(/\[[xX✓✔]\]/, '[ ]')
    .replace(/(\d{1,9})([.)]\s)/, (_all, number: string, mark: string) => `${Number(number) + 1}${mark}`);
}

/** The sentence of an action item, with all that is known of it in brackets behind its words. */
function* sentences(page: Page, values: Values): Generator<string> {
  const details = actionParts.flatMap((part) => {
    const value = textOf(values[part.name] ?? '');
    return value === '' ? [] : [detailsBehind(part, value, labelOf(page, part.label))];
  });
  const most = Math.max(1, ...details.map((each) => each.length));
  for (let way = 0; way < most; way += 1) {
    for (const text of waysToWrite(values.text, 'line'))
      yield text + details.map((each) => each[Math.min(way, each.length - 1)] ?? '').join('');
  }
}

function labelOf({ examined: { context } }: Page, label: (typeof actionParts)[number]['label']): string {
  return labelWords(context.lexicon, context.language, label);
}

/** The item with a line below it for each thing known of it, in the manner of its neighbour. */
function* withFields(page: Page, values: Values, lead: string, fields: readonly NestedField[]): Generator<string> {
  const [model] = fields;
  if (model === undefined) return;
  const lines = actionParts.flatMap((part) => {
    const value = textOf(values[part.name] ?? '');
    if (value === '') return [];
    const own = fields.find(({ names }) => names.includes(part.label)) ?? model;
    const written = [...waysToWrite(value, 'line')][0] ?? value;
    return [nestedLine(page, own, part.label, written)];
  });
  for (const text of waysToWrite(values.text, 'line')) yield [`${lead}${text}`, ...lines].join('\n');
}

export function nestedLine(
  page: Page,
  model: NestedField,
  label: (typeof actionParts)[number]['label'],
  written: string,
): string {
  const inLabel = /\s?[:：]$/.exec(page.text.slice(0, labelEnd(page, model)))?.[0] ?? '';
  return `${model.lead}${labelOf(page, label)}${inLabel}${model.behind.trimEnd()} ${written}`;
}

function labelEnd({ text }: Page, { item, lead, behind: after }: NestedField): number {
  const line = text.slice(lineStart(text, item.from));
  return lineStart(text, item.from) + Math.max(lead.length, after === '' ? 0 : line.indexOf(after, lead.length));
}

/** The cells of a new row; what has no column stands in the action's own cell. */
function* cellsFor(
  page: Page,
  values: Values,
  table: Table,
  columns: ActionColumns,
  id: string,
): Generator<readonly string[]> {
  const action = columns.action ?? 0;
  const homeless = actionParts.filter(
    ({ name, column }) => columns[column] === undefined && textOf(values[name] ?? '') !== '',
  );
  const details = homeless.map((part) =>
    detailsBehind(part, textOf(values[part.name] ?? ''), labelOf(page, part.label)),
  );
  for (let way = 0; way < Math.max(1, ...details.map(({ length }) => length)); way += 1) {
    for (const text of waysToWrite(values.text, 'cell')) {
      const cells = table.header.map(() => '');
      cells[action] = text + details.map((each) => each[Math.min(way, each.length - 1)] ?? '').join('');
      if (columns.id !== undefined && columns.id !== action) cells[columns.id] = id;
      for (const { name, column } of actionParts) {
        const value = textOf(values[name] ?? '');
        const at = columns[column];
        if (value !== '' && at !== undefined) cells[at] = [...waysToWrite(value, 'cell')][0] ?? '';
      }
      yield cells;
    }
  }
}

/** `3` behind `2`, `AI-08` behind `AI-07`. */
function nextId(id: string | null): string {
  return (
    id
      ?.replace(/(\d{1,9})$/, (number) => String(Number(number) + 1).padStart(number.length, '0'))
      .replace(/^(?!.*\d$).*$/, '') ?? ''
  );
}

/** Rows and items of a template that nobody has filled in, behind the last action item. */
function* leftOver(page: Page, values: Values, last: ActionItem | undefined): Generator<readonly Splice[]> {
  const { outline, context } = page.examined;
  const start = last?.place.to ?? 0;
  for (const [index, body] of outline.bodies.entries()) {
    if (!isWithin(outline.sections, index, 'actionItems')) continue;
    for (const block of body) {
      if (block.to <= start) continue;
      if (block.kind === 'table') {
        const columns = actionColumns(context, block);
        const row = block.rows.find((candidate) => candidate.from >= start && isUnfilled(page, candidate, columns));
        if (row === undefined) continue;
        for (const cells of cellsFor(page, values, block, columns, ''))
          yield cells.flatMap((words, column) => (words === '' ? [] : [writeCell(page, block, row, column, words)]));
      } else if (block.kind === 'list') {
        const item = block.items.find(
          (candidate) => candidate.from >= start && textField(context, itemPlace(candidate)).state === 'unknown',
        );
        if (item !== undefined)
          for (const words of sentences(page, values)) yield [{ ...itemPlace(item), insert: words }];
      }
    }
  }
}

function isUnfilled({ examined: { context } }: Page, { cells }: Row, columns: ActionColumns): boolean {
  const action = cells[columns.action ?? 0];
  return action === undefined || textField(context, action).state !== 'known';
}

/** A section of action items that has none yet. */
function* firstAction(page: Page, values: Values): Generator<readonly Splice[]> {
  const { outline, context } = page.examined;
  for (const [index, section] of outline.sections.entries()) {
    if (!section.names.includes('actionItems')) continue;
    const body = outline.bodies[index] ?? [];
    for (const block of body) {
      if (block.kind !== 'table') continue;
      const columns = actionColumns(context, block);
      for (const cells of cellsFor(page, values, block, columns, ''))
        yield [below(page, headEnd(page, block), newRow(page, block, null, cells))];
    }
    const last = body.findLast(({ kind }) => kind !== 'rule');
    for (const words of sentences(page, values))
      yield [below(page, last?.to ?? headingEnd(page, section.headingPlace), `\n- [ ] ${words}`)];
  }
}
