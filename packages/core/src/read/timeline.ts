import { absent, type Field, type Place, type Section, type TimelineEvent } from '../model/index.ts';
import { type ColumnName, findPhrases, fold } from '../vocabulary/index.ts';
import type { Block, Item, List, Paragraph, Table } from './block.ts';
import { columnNames } from './column-names.ts';
import { type Context, textField, words } from './context.ts';
import { emptiness } from './placeholder.ts';
import { type DayTrail, startTrail } from './day-trail.ts';
import { hasRoom } from './most.ts';
import { isWithin, type Outline } from './outline.ts';
import { roleOf } from './role.ts';
import { linesOf, longestColumn, trim } from './table.ts';
import { dateIn, type TimeReading, timeAt } from './time.ts';
import { zoneIn } from './zone.ts';

/** The events of a timeline in the order of the document, and the zone that it states for all of them. */
export interface TimelineReading {
  readonly events: readonly TimelineEvent[];
  readonly zone: Field<string>;
}

/** An event before its day is settled: what stands where. */
interface RawEvent {
  readonly place: Place;
  readonly time: TimeReading | null;
  readonly timePlace: Place | null;
  readonly text: Field<string>;
  readonly action: Field<string>;
  readonly actor: Field<string>;
  readonly phase?: string;
}

interface Walk {
  readonly context: Context;
  readonly trail: DayTrail;
  readonly events: TimelineEvent[];
  readonly rowZones: Map<string, Place>;
  zone: Field<string>;
  phase: string | undefined;
}

/**
 * Reads every form of timeline there is: tables, bullets, numbered items, sub-headings and bare lines that begin with a
 * time, also in phases below sub-headings. Nothing is sorted; a time that is missing its day takes it from the row
 * before, the heading or the document's date.
 *
 * @param startDay `YYYY-MM-DD` of the document, for clocks whose day is written nowhere in the timeline
 */
export function timelineOf(
  context: Context,
  outline: Outline,
  startDay: { readonly day: string; readonly place: Place } | null,
): TimelineReading {
  const { sections, bodies } = outline;
  const walk: Walk = {
    context,
    trail: startTrail(context, startDay),
    events: [],
    rowZones: new Map(),
    zone: absent,
    phase: undefined,
  };
  const own = sections.flatMap((section, index) =>
    isWithin(sections, index, 'timeline') && !leadsElsewhere(section) ? [index] : [],
  );
  const chosen =
    own.length > 0
      ? withTimedFollowers(context, sections, own)
      : sections.flatMap((_section, index) => (holdsTimedTable(context, bodies[index] ?? []) ? [index] : []));

  for (const index of chosen) {
    const section = sections[index];
    if (section === undefined) continue;
    readSection(walk, section, bodies[index] ?? []);
  }
  return { events: walk.events, zone: walk.zone.state === 'known' ? walk.zone : commonZone(walk) };
}

/** A sub-section of the timeline that is about something else, such as evidence. */
function leadsElsewhere({ names }: Section): boolean {
  return (
    names.length > 0 &&
    !names.includes('timeline') &&
    !names.some((name) => ['detection', 'response', 'resolution', 'rootCause', 'trigger'].includes(name))
  );
}

/** Sections right behind the timeline, of any level, whose headings are times: some documents forget to nest them. */
function withTimedFollowers(context: Context, sections: readonly Section[], own: readonly number[]): readonly number[] {
  const chosen = [...own];
  for (let index = (own.at(-1) ?? 0) + 1; index < sections.length; index += 1) {
    const section = sections[index];
    if (section === undefined || section.names.length > 0 || headingTime(context, section)?.at.clock === undefined)
      break;
    chosen.push(index);
  }
  return chosen;
}

function holdsTimedTable(context: Context, blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'table' &&
      eventColumns(context, block).named &&
      mostlyClocks(context, block, eventColumns(context, block).time),
  );
}

function headingTime(context: Context, section: Section): TimeReading | null {
  return timeAt(
    context.lexicon,
    context.flat.slice(section.headingPlace.from, Math.min(section.headingPlace.to, section.headingPlace.from + 160)),
    0,
    context,
  );
}

function readSection(walk: Walk, section: Section, body: readonly Block[]): void {
  const { context } = walk;
  noteZone(walk, section.headingPlace);
  const time = section.names.includes('timeline') ? null : headingTime(context, section);
  if (time !== null && (time.at.clock !== undefined || time.at.day !== undefined)) {
    const after = afterTime(context.flat, section.headingPlace.from + time.to, section.headingPlace.to);
    const isMarker = time.at.clock === undefined && body.some((block) => holdsTimes(context, block));
    if (!isMarker) {
      const first = body.find(
        (block) => (block.kind === 'paragraph' && !isLoneLink(context, block)) || block.kind === 'list',
      );
      const text =
        after.to > after.from ? after : first?.kind === 'list' ? first.items[0] && paragraphOf(first.items[0]) : first;
      addEvent(walk, {
        place: { from: section.from, to: section.to },
        time,
        timePlace: shift(time, section.headingPlace.from),
        text: textField(context, text ?? after),
        action: absent,
        actor: absent,
      });
      return;
    }
    walk.trail.setDay(time, section.headingPlace);
  } else if (!section.names.includes('timeline')) {
    walk.phase = section.heading;
    const day = dateIn(context.lexicon, section.heading, context);
    if (day !== null) walk.trail.setDay(day, section.headingPlace);
  } else {
    walk.phase = undefined;
    const day = dateIn(context.lexicon, section.heading, context);
    if (day !== null) walk.trail.setDay(day, section.headingPlace);
  }
  for (const block of body) readBlock(walk, block);
}

/** A picture or a link to a chat is no account of what happened. */
function isLoneLink(context: Context, { from, to }: Place): boolean {
  return /^!?\[[^\]]{0,200}\]\([^()\s]{1,500}\)$|^<?https?:\S{1,500}$/.test(
    context.flat.slice(from, Math.min(to, from + 800)).trim(),
  );
}

function readBlock(walk: Walk, block: Block): void {
  if (block.kind === 'table') readTable(walk, block);
  else if (block.kind === 'list') readList(walk, block);
  else if (block.kind === 'paragraph') readParagraph(walk, block);
  else if (block.kind === 'quote') for (const child of block.children) readBlock(walk, child);
  else if (block.kind === 'code') readLines(walk, block.content);
}

function holdsTimes(context: Context, block: Block): boolean {
  if (block.kind === 'list')
    return block.items.some(
      (item) => timeAt(context.lexicon, context.flat.slice(item.content, item.content + 80), 0, context) !== null,
    );
  if (block.kind === 'table') return eventColumns(context, block).time >= 0;
  return (
    block.kind === 'paragraph' && /^[\s*_[`~(]*\d{1,2}[:.h]\d{2}/.test(context.flat.slice(block.from, block.from + 40))
  );
}

export interface EventColumns {
  readonly day: number;
  readonly time: number;
  readonly event: number;
  readonly action: number;
  readonly actor: number;
  /** Whether the header names a time column; otherwise it was found by its cells. */
  readonly named: boolean;
}

/** Which column of a table of events holds what; -1 where none does. */
export function eventColumns(context: Context, table: Table): EventColumns {
  const meanings = table.header.map((cell) => columnNames(context, cell));
  const find = (name: ColumnName, taken: readonly number[]): number =>
    meanings.findIndex((names, index) => !taken.includes(index) && names.includes(name));
  const times = meanings.flatMap((names, index) => (names.includes('time') ? [index] : []));
  const byCells = (): number => table.header.findIndex((_cell, index) => mostlyTimes(context, table, index));
  const clocked = times.length > 1 ? times.find((index) => mostlyClocks(context, table, index)) : undefined;
  const time = clocked ?? times[0] ?? byCells();
  const day = times.find((index) => index !== time && meanings[index]?.includes('day') === true) ?? -1;
  const event = find('event', [time, day]);
  const action = find('actionTaken', [time, day, event]);
  const actor = find('actor', [time, day, event, action]);
  if (event >= 0) return { day, time, event, action, actor, named: times.length > 0 };
  const other = action >= 0 ? action : longestColumn(table, [time, day, actor]);
  return { day, time, event: other, action: action === other ? -1 : action, actor, named: times.length > 0 };
}

function cellTime(context: Context, cell: Place | undefined): TimeReading | null {
  return cell === undefined
    ? null
    : timeAt(context.lexicon, context.flat.slice(cell.from, Math.min(cell.to, cell.from + 160)), 0, context);
}

function mostlyTimes(context: Context, table: Table, column: number): boolean {
  const times = table.rows.filter(({ cells }) => cellTime(context, cells[column]) !== null).length;
  return times > 0 && times * 2 >= table.rows.length;
}

function mostlyClocks(context: Context, table: Table, column: number): boolean {
  const clocks = table.rows.filter(({ cells }) => cellTime(context, cells[column])?.at.clock !== undefined).length;
  return clocks > 0 && clocks * 2 >= table.rows.length;
}

function readTable(walk: Walk, table: Table): void {
  const { context } = walk;
  const columns = eventColumns(context, table);
  const isTemplate =
    columns.named &&
    table.rows.every(({ cells }) => {
      const time = cells[columns.time];
      return time === undefined || time.to === time.from;
    });
  if (isTemplate) return;
  const timeHeader = table.header[columns.time];
  if (timeHeader !== undefined) noteZone(walk, timeHeader);
  for (const { cells, from, to } of table.rows) {
    const cell = cells[columns.time];
    const dayCell = cells[columns.day];
    const time = cellTime(context, cell);
    if (dayCell !== undefined) {
      const day = cellTime(context, dayCell);
      if (day !== null) walk.trail.setDay(day, dayCell);
    }
    const timePlace = cell === undefined ? null : time === null ? cell : shift(time, cell.from);
    const text = textField(context, cells[columns.event] ?? cells.at(-1));
    const action = columns.action < 0 ? absent : textField(context, cells[columns.action]);
    const actor = columns.actor < 0 ? absent : textField(context, cells[columns.actor]);
    if (isLeftOver(context, cell, time, text)) continue;
    if (text.state !== 'known' && action.state !== 'known') continue;
    addEvent(walk, {
      place: { from, to },
      time,
      timePlace,
      text: text.state === 'known' ? text : action,
      action: text.state === 'known' ? action : absent,
      actor,
    });
  }
}

/** A template's row that nobody filled in: its time is a placeholder such as `HH:MM`. A time of `??` is a real unknown. */
function isLeftOver(context: Context, cell: Place | undefined, time: TimeReading | null, text: Field<string>): boolean {
  if (cell === undefined || cell.to === cell.from) return false;
  if (time !== null)
    return time.at.clock === undefined && /\b(?:HH:?MM|hh:?mm|HH:mm)\b/.test(context.flat.slice(cell.from, cell.to));
  const written = words(context, cell);
  if (/[?？]/.test(written)) return false;
  return (
    emptiness(context.lexicon, written, context.flat.slice(cell.from, cell.to)) === 'placeholder' &&
    (/[A-Z]{2}|[a-z]{2}|\{\{/.test(written) || text.state !== 'known') &&
    !context.lexicon.unknown.has(fold(written))
  );
}

function readList(walk: Walk, list: List): void {
  for (const item of list.items) readItem(walk, item);
}

function paragraphOf(item: Item): Place {
  const [first] = item.children;
  return first?.kind === 'paragraph' ? { from: item.content, to: first.to } : { from: item.content, to: item.content };
}

function readItem(walk: Walk, item: Item): void {
  const { context } = walk;
  const place = paragraphOf(item);
  const time = timeAt(
    context.lexicon,
    context.flat.slice(place.from, Math.min(place.to, place.from + 160)),
    0,
    context,
  );
  const nested = item.children.filter((child) => child.kind === 'list');
  if (time === null) {
    if (readTold(walk, place)) return;
    const masked = /^[*_`[(~\s]*(?:HH:?MM|hh:?mm|\[?Time\]?|YYYY)/.test(
      context.flat.slice(place.from, place.from + 24),
    );
    const unknownTime = /^[*_`\s]*[[(]?\?{1,4}[\])]?(?::\?\?)?[\])]?[*_`:\s—–-]*/.exec(
      context.flat.slice(place.from, Math.min(place.to, place.from + 24)),
    );
    const from = place.from + (unknownTime !== null && unknownTime[0].includes('?') ? unknownTime[0].length : 0);
    const text = textField(context, { from, to: place.to });
    if (masked || text.state !== 'known') return;
    if (nested.some((list) => holdsTimes(context, list))) {
      walk.phase = text.value;
      return nested.forEach((list) => readBlock(walk, list));
    }
    return addEvent(walk, { place: item, time: null, timePlace: null, text, action: absent, actor: absent });
  }
  const after = afterTime(context.flat, place.from + time.to, place.to);
  const isMarker = time.at.clock === undefined && after.to === after.from;
  if (isMarker && (nested.some((list) => holdsTimes(context, list)) || nested.length === 0)) {
    walk.trail.setDay(time, place);
    return nested.forEach((list) => readBlock(walk, list));
  }
  const timed = nested.filter((list) => holdsTimes(context, list));
  const deeper = timed.length === 0 && nested[0]?.kind === 'list' ? nested[0].items[0] : undefined;
  const text = after.to === after.from && deeper !== undefined ? paragraphOf(deeper) : after;
  addEvent(walk, {
    place: item,
    time,
    timePlace: shift(time, place.from),
    text: textField(context, text),
    action: absent,
    actor: absent,
  });
  for (const list of timed) readBlock(walk, list);
}

function readParagraph(walk: Walk, paragraph: Paragraph): void {
  readLines(walk, paragraph);
  noteZoneSentence(walk, paragraph);
}

/** Bare lines, each beginning with a time; lines between them carry the one before on. */
function readLines(walk: Walk, place: Place): void {
  const { context } = walk;
  const lines = linesOf(context.flat, place);
  const starts = lines.flatMap((line, index) => {
    const head = context.flat.slice(line.from, Math.min(line.to, line.from + 160));
    if (!/^[\s*_`[(~≈]*(?:\d|\?\?|ca\b|kl\b|\p{L}{3,9}\.? \d)/u.test(head)) return [];
    const time = timeAt(context.lexicon, head, 0, context);
    return time === null || (time.problem !== undefined && time.at.clock === undefined) ? [] : [{ index, line, time }];
  });
  if (starts.length === 0) for (const line of lines) readTold(walk, line);
  for (const [position, { line, time }] of starts.entries()) {
    const last = lines[(starts[position + 1]?.index ?? lines.length) - 1] ?? line;
    const after = afterTime(context.flat, line.from + time.to, last.to);
    if (after.to === after.from) walk.trail.setDay(time, line);
    else if (
      time.at.clock !== undefined ||
      /^\s*[*_`\])]*\s*[:：—–|-]/.test(context.flat.slice(line.from + time.to, line.from + time.to + 6))
    ) {
      addEvent(walk, {
        place: { from: line.from, to: last.to },
        time,
        timePlace: shift(time, line.from),
        text: textField(context, after),
        action: absent,
        actor: absent,
      });
    }
  }
  if (starts.length === 0 && walk.events.length === 0 && place.to - place.from < 200) {
    const day = dateIn(context.lexicon, context.flat.slice(place.from, place.to), context);
    if (day !== null) walk.trail.setDay(day, place);
  }
}

const TOLD = /^([^:：\n]{3,80})[:：]\s*(?=\S)/;

/** `Fixed: 2026-03-01 13:47`: the words first, and nothing behind the time. */
function readTold(walk: Walk, line: Place): boolean {
  const { context } = walk;
  const text = context.flat.slice(line.from, line.to);
  const told = text.length > 160 ? null : TOLD.exec(text);
  if (told === null) return false;
  const time = timeAt(context.lexicon, text, told[0].length, context);
  if (time?.at.clock === undefined || afterTime(context.flat, line.from + time.to, line.to).from < line.to)
    return false;
  const said = { from: line.from, to: line.from + (told[1] ?? '').length };
  addEvent(walk, {
    place: line,
    time,
    timePlace: shift(time, line.from),
    text: textField(context, said),
    action: absent,
    actor: absent,
  });
  return true;
}

function addEvent(walk: Walk, raw: RawEvent): void {
  const { context } = walk;
  if (raw.text.state !== 'known' || !hasRoom(context, walk.events, 'events', raw.place)) return;
  const { at, until } = walk.trail.settle(raw.time, raw.timePlace);
  if (raw.time?.at.zone !== undefined && raw.timePlace !== null && !walk.rowZones.has(raw.time.at.zone))
    walk.rowZones.set(raw.time.at.zone, raw.timePlace);
  const role = roleOf(context, withoutCode(raw.text.value, raw.text.written));
  walk.events.push({
    place: { from: raw.place.from, to: raw.place.to },
    at,
    ...(until && { until }),
    text: raw.text,
    action: raw.action,
    actor: raw.actor,
    ...(walk.phase !== undefined && { phase: walk.phase }),
    ...(role !== null && { role }),
  });
}

/** The words of an event without those that it only quotes as code: `hub-deployment-94` deploys nothing. */
function withoutCode(value: string, written: string): string {
  if (!written.includes('`')) return value;
  return [...written.slice(0, 400).matchAll(CODE)].reduce((rest, [, code = '']) => rest.replace(code, ' '), value);
}

const CODE = /`([^`\n]{1,200})`/g;

function shift(time: TimeReading, by: number): Place {
  return { from: by + time.from, to: by + time.to };
}

const AFTER_TIME =
  /(?:[\s*_`\])）】」:：,，;|·•—–>→=~?？-]|\bca\b\.?|\((?:推定|estimated|approx\.?|est\.?|maybe earlier\??|ca\.?|aprox\.?|local|本地)\)|（推定）|\bUhr\b|\bhrs?\b)*/y;

/** The words behind a time, without the marks and dashes that part them from it. */
function afterTime(flat: string, from: number, to: number): Place {
  const text = flat.slice(from, to);
  AFTER_TIME.lastIndex = 0;
  const skipped = AFTER_TIME.exec(text)?.[0] ?? '';
  let start = skipped.length;
  const mark = /(?:(?<!\*)\*+|(?<!`)`+|(?<!_)_+|[[~])$/.exec(skipped.trimEnd() === skipped ? skipped : '');
  if (mark !== null && /^\S/.test(text.slice(start))) start -= mark[0].length;
  return trim(flat, from + start, to);
}

function noteZone(walk: Walk, place: Place): void {
  if (walk.zone.state === 'known') return;
  const found = zoneIn(walk.context.flat.slice(place.from, Math.min(place.to, place.from + 200)));
  if (found === null) return;
  const from = place.from + found.at;
  walk.zone = {
    state: 'known',
    value: found.zone,
    written: walk.context.text.slice(from, from + found.zone.length),
    places: [{ from, to: from + found.zone.length }],
    source: 'text',
  };
}

function noteZoneSentence(walk: Walk, place: Place): void {
  if (walk.zone.state === 'known' || place.to - place.from > 400) return;
  const text = walk.context.flat.slice(place.from, place.to);
  const zone = zoneSentence(walk.context, place, text.length < 60 && !/\d[:.h]\d/.test(text));
  if (zone !== null) walk.zone = zone;
}

/**
 * `All times in PST`: the zone that a sentence gives to all times. A short remark between the rows of a timeline needs
 * no such words.
 */
export function zoneSentence(context: Context, place: Place, isRemark = false): Field<string> | null {
  const text = context.flat.slice(place.from, Math.min(place.to, place.from + 400));
  const zone = zoneIn(text);
  if (zone === null) return null;
  if (!isRemark && findPhrases(context.lexicon.allTimes, fold(text.slice(0, 200))).length === 0) return null;
  const from = place.from + zone.at;
  return {
    state: 'known',
    value: zone.zone,
    written: context.text.slice(from, from + zone.zone.length),
    places: [{ from, to: from + zone.zone.length }],
    source: 'text',
  };
}

/** The zone that most rows carry themselves; none where rows disagree without a majority. */
function commonZone(walk: Walk): Field<string> {
  const counts = new Map<string, number>();
  for (const { at } of walk.events) {
    const zone = at.state === 'known' ? at.value.zone : undefined;
    if (zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const place = first === undefined ? undefined : walk.rowZones.get(first[0]);
  if (first === undefined || place === undefined) return absent;
  const written = walk.context.text.slice(place.from, place.to);
  const at = written.indexOf(first[0]);
  if (at < 0) return absent;
  return {
    state: 'known',
    value: first[0],
    written: first[0],
    places: [{ from: place.from + at, to: place.from + at + first[0].length }],
    source: 'text',
  };
}
