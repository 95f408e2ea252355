import { type Change, type EventValues, type Refusal, type Splice, type TimelineEvent } from '../model/index.ts';
import type { Item, Row, Table } from '../read/block.ts';
import { textField } from '../read/context.ts';
import { isWithin } from '../read/outline.ts';
import { eventColumns } from '../read/timeline.ts';
import { eventForm, linePartsOf } from './event-form.ts';
import { indexFor } from './event-order.ts';
import { type EventTimes, newEventFault, timesOf } from './event-fault.ts';
import { headingEnd } from './label-line.ts';
import { insertSection, newSection } from './new-section.ts';
import { above, below, isApart, lineStop, type Page } from './page.ts';
import { headEnd, newRow, writeCell } from './table-row.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { waysToTell } from './written-time.ts';
import { type Site, waysToWrite } from './written-value.ts';

type AddEvent = Extract<Change, { kind: 'addEvent' }>;

interface Addition {
  readonly page: Page;
  readonly values: EventValues & { readonly text: string };
  readonly times: EventTimes;
}

/** How to add an event: in the form of its neighbour, in the order of time where the timeline has one. */
export function addEvent(page: Page, { event }: AddEvent, template?: Template): Plan | Refusal {
  const times = timesOf(event);
  if ('code' in times) return times;
  const count = page.examined.reading.postmortem.timeline.length + 1;
  return {
    ways: ways({ page, values: event, times }, template),
    expect: {
      may: times.at?.zone === undefined ? [] : ['zone'],
      lists: ['timeline'],
      sections: true,
      reached: (after, ranges) => newEventFault(after, ranges, event, times, count),
    },
  };
}

function* ways(addition: Addition, template: Template | undefined): Generator<readonly Splice[]> {
  const { page, times } = addition;
  const { timeline } = page.examined.reading.postmortem;
  const at = indexFor(page.whole.postmortem.timeline, times.at);
  const anchorPlace = page.whole.postmortem.timeline[at - 1]?.place;
  const followerPlace = page.whole.postmortem.timeline[at]?.place;
  const find = (place: typeof anchorPlace): TimelineEvent | undefined => {
    const own = place === undefined ? null : page.toPage(place);
    return own === null ? undefined : timeline.find((event) => event.place.from === own.from);
  };
  const anchor = find(anchorPlace);
  const follower = find(followerPlace);
  if (follower === undefined) yield* leftOver(addition, anchor);
  if (anchor !== undefined) yield* beside(addition, anchor, follower, 'below');
  if (follower !== undefined) yield* beside(addition, follower, anchor, 'above');
  if (anchor === undefined && follower === undefined) yield* firstEvent(addition, template);
  const last = timeline.at(-1);
  if (last !== undefined && last !== anchor) yield* beside(addition, last, undefined, 'below');
}

function* beside(
  addition: Addition,
  model: TimelineEvent,
  other: TimelineEvent | undefined,
  side: 'above' | 'below',
): Generator<readonly Splice[]> {
  const { page } = addition;
  const form = eventForm(page, model);
  if (form.kind === 'row') {
    const { table, row, columns } = form;
    for (const cells of rowCells(addition, table, columns, sampleOf(page, model))) {
      const line = newRow(page, table, row, cells);
      yield [side === 'below' ? below(page, row.to, line) : above(page, row.from, line)];
    }
    return;
  }
  const parts = linePartsOf(page, model) ?? {
    lead: '- ',
    between: ' – ',
    tail: '',
    time: '',
    isTold: false,
    isBelow: false,
  };
  const site: Site = form.kind === 'section' ? 'heading' : isInCode(page, model) ? 'code' : 'line';
  for (const time of timesFor(addition, parts.time)) {
    for (const text of waysToWrite(addition.values.text, parts.isBelow ? 'prose' : site)) {
      const lead = nextNumber(parts.lead, side === 'below' && other === undefined);
      const line = parts.isTold
        ? `${lead}${text}${parts.between}${time}${parts.tail}`
        : parts.isBelow
          ? `${lead}${time}${parts.between.trimEnd()}\n\n${text}`
          : `${lead}${time}${parts.between}${text}${parts.tail}`;
      if (form.kind === 'section') {
        yield [insertSection(page, side === 'below' ? form.section.to : form.section.from, line)];
        continue;
      }
      const gap = isApart(page, model.place, other?.place ?? page.examined.reading.postmortem.timeline.at(-2)?.place)
        ? '\n'
        : '';
      yield [
        side === 'below' ? below(page, endOf(model), `${gap}${line}`) : above(page, model.place.from, `${line}${gap}`),
      ];
    }
  }
}

function endOf({ place }: TimelineEvent): number {
  return place.to;
}

function isInCode({ examined: { outline } }: Page, { place }: TimelineEvent): boolean {
  return outline.bodies.some((body) =>
    body.some((block) => block.kind === 'code' && block.from <= place.from && place.to <= block.to),
  );
}

/** `3.` behind `2.` at the end of a list; in its middle the numbers of others would have to change. */
function nextNumber(lead: string, isLast: boolean): string {
  return isLast
    ? lead.replace(/(\d{1,9})([.)]\s)/, (_all, number: string, mark: string) => `${Number(number) + 1}${mark}`)
    : lead;
}

function sampleOf({ text }: Page, { at }: TimelineEvent): string | null {
  const [place] = at.places;
  return at.state === 'known' && place !== undefined ? text.slice(place.from, place.to) : null;
}

function* timesFor({ times }: Addition, sample: string | null): Generator<string> {
  if (times.at === null) yield '';
  else yield* waysToTell(times.at, times.until, sample === '' ? null : sample);
}

/** The cells of a new row, with the columns as the header names them. */
function* rowCells(
  { values, times }: Addition,
  table: Table,
  columns: ReturnType<typeof eventColumns>,
  sample: string | null,
): Generator<readonly string[]> {
  const given = [
    [columns.event, values.text],
    [columns.action, values.action],
    [columns.actor, values.actor],
  ] as const;
  for (const time of timesFor({ times } as Addition, sample)) {
    for (const text of waysToWrite(values.text, 'cell')) {
      const cells = table.header.map(() => '');
      if (columns.time >= 0)
        cells[columns.time] =
          columns.day >= 0 && times.at?.clock !== undefined ? time.replace(/^\d{4}-\d{2}-\d{2}[T ]/, '') : time;
      if (columns.day >= 0 && times.at?.day !== undefined) cells[columns.day] = times.at.day;
      for (const [column, value] of given) {
        if (column >= 0 && value !== undefined)
          cells[column] = value === values.text ? text : ([...waysToWrite(value, 'cell')][0] ?? '');
      }
      yield cells;
    }
  }
}

/** Rows and items of a template that nobody has filled in, behind the last event. */
function* leftOver(addition: Addition, anchor: TimelineEvent | undefined): Generator<readonly Splice[]> {
  const { page, values, times } = addition;
  const { outline, context, reading } = page.examined;
  const isEvent = (from: number): boolean => reading.postmortem.timeline.some(({ place }) => place.from === from);
  for (const [index, body] of outline.bodies.entries()) {
    if (!isWithin(outline.sections, index, 'timeline')) continue;
    for (const block of body) {
      if (block.from < (anchor?.place.from ?? 0) && block.to < (anchor?.place.to ?? 0)) continue;
      if (block.kind === 'table') {
        const columns = eventColumns(context, block);
        const row = block.rows.find(
          (candidate) =>
            candidate.from >= (anchor?.place.to ?? 0) &&
            !isEvent(candidate.from) &&
            isUnfilled(page, candidate, columns),
        );
        if (row === undefined) continue;
        for (const cells of rowCells(addition, block, columns, null)) yield fillRow(page, block, row, cells);
      } else if (block.kind === 'list') {
        const item = block.items.find(
          (candidate) => candidate.from >= (anchor?.place.to ?? 0) && !isEvent(candidate.from),
        );
        if (item !== undefined && times.at !== null) yield* fillItem(page, item, times, values.text);
      }
    }
  }

  function isUnfilled({ examined }: Page, { cells }: Row, columns: ReturnType<typeof eventColumns>): boolean {
    const time = cells[columns.time];
    const isMasked = time !== undefined && textField(examined.context, time).state !== 'known';
    return (
      isMasked && (cells[columns.event] === undefined || /[[{<]|HH|hh|^$/.test(page.text.slice(time.from, time.to)))
    );
  }
}

/** Writes into a row what a change gives, and leaves its other cells. */
function fillRow(page: Page, table: Table, row: Row, cells: readonly string[]): readonly Splice[] {
  return cells.flatMap((words, column) => (words === '' ? [] : [writeCell(page, table, row, column, words)]));
}

const MASKED_TIME = /^([*_`[(\s]*)(HH:?MM|hh:?mm|Time)(?:\s?[A-Z]{3})?([\])*_`:\s—–-]*)/;

function* fillItem(page: Page, item: Item, times: EventTimes, value: string): Generator<readonly Splice[]> {
  const stop = lineStop(page.text, item.content);
  const match = MASKED_TIME.exec(page.text.slice(item.content, stop));
  if (match === null || times.at === null) return;
  const [whole, lead = '', , between = ''] = match;
  for (const time of waysToTell(times.at, times.until, null)) {
    for (const text of waysToWrite(value, 'line')) {
      const words = `${lead}${time}${between === '' ? ' – ' : between}${text}`;
      yield [{ from: item.content, to: Math.max(stop, item.content + whole.length), insert: words }];
    }
  }
}

/** Where the timeline has no event yet: below its table's head, in a list, or in a section of its own. */
function* firstEvent(addition: Addition, template: Template | undefined): Generator<readonly Splice[]> {
  const { page, values } = addition;
  const { outline, context } = page.examined;
  const own = outline.sections.flatMap((section, index) =>
    section.names.includes('timeline') ? [{ section, body: outline.bodies[index] ?? [] }] : [],
  );
  for (const { body } of own) {
    for (const block of body) {
      if (block.kind !== 'table') continue;
      for (const cells of rowCells(addition, block, eventColumns(context, block), null))
        yield [below(page, headEnd(page, block), newRow(page, block, null, cells))];
    }
  }
  for (const time of timesFor(addition, null)) {
    for (const text of waysToWrite(values.text, 'line')) {
      const line = time === '' ? `- ${text}` : `- ${time} – ${text}`;
      for (const { section, body } of own) {
        const last = body.findLast((block) => block.kind !== 'rule');
        yield [
          below(page, last?.to ?? headingEnd(page, section.headingPlace), last?.kind === 'list' ? line : `\n${line}`),
        ];
      }
      if (own.length === 0) yield* newSection(page, { name: 'timeline' }, line, template);
    }
  }
}
