import { dayText } from '../model/day.ts';
import {
  absent,
  type Field,
  type Instant,
  type InstantName,
  instantNames,
  instantText,
  type Known,
  type Place,
  type TimelineEvent,
} from '../model/index.ts';
import type { LabelName } from '../vocabulary/index.ts';
import { type Context, textField } from './context.ts';
import type { FrontMatterEntry } from './front-matter.ts';
import type { LabelIndex } from './header.ts';
import { emptiness } from './placeholder.ts';
import { type TimeReading, timeAt } from './time.ts';
import { zoneOffset } from '../model/zone-offset.ts';

const LABELLED: Readonly<Partial<Record<InstantName, readonly LabelName[]>>> = {
  impactStart: ['startTime', 'period', 'duration'],
  detected: ['detectedAt'],
  impactEnd: ['endTime', 'period', 'duration'],
};

/**
 * The instants of the incident: pinned ones from the front matter first, then labelled ones, then the first timeline
 * event (the last, for an end) whose role was guessed.
 */
export function instantsOf(
  context: Context,
  index: LabelIndex,
  events: readonly TimelineEvent[],
  frontMatter: readonly FrontMatterEntry[],
  day: string | null,
): Record<InstantName, Field<Instant>> {
  const instants = Object.fromEntries(instantNames.map((name) => [name, absent])) as Record<
    InstantName,
    Field<Instant>
  >;
  for (const { role, at } of events) {
    if (role === undefined || at.state !== 'known' || at.value.clock === undefined) continue;
    if (role.instant === 'impactStart' && ENDS.some((name) => instants[name] !== absent)) continue;
    if (instants[role.instant] === absent || LAST.has(role.instant))
      instants[role.instant] = { ...at, source: 'derived' };
  }
  for (const name of Object.keys(LABELLED) as (keyof typeof LABELLED)[]) {
    const labelled = (LABELLED[name] ?? [])
      .map((label) => labelledInstant(context, index, label, day, name === 'impactEnd' && label !== 'endTime'))
      .find((field) => field?.state === 'known');
    if (labelled !== undefined && labelled !== null) instants[name] = labelled;
  }
  reportOrder(context, instants.impactStart, instants.impactEnd);
  for (const entry of frontMatter) pin(context, instants, entry, day);
  return instants;
}

/** A stated end before the stated start is kept as it is, and said. */
function reportOrder(context: Context, start: Field<Instant>, end: Field<Instant>): void {
  if (start.state !== 'known' || end.state !== 'known' || end.source !== 'text') return;
  // A range of two clocks may pass over midnight.
  if (start.places[0]?.from === end.places[0]?.from) return;
  const [a, b] = [instantText(start.value), instantText(end.value)];
  const [place] = end.places;
  if (a === null || b === null || place === undefined || a.length !== b.length || b >= a) return;
  const message = `The end “${end.written}” lies before the start “${start.written}”. Both are kept as written; correct one of them.`;
  context.report({ code: 'time-order', message, place });
}

/** An incident that comes back ends when its last recovery does. */
const LAST: ReadonlySet<InstantName> = new Set<InstantName>(['impactEnd', 'resolved', 'closed', 'mitigated']);

/** What begins after a recovery is no start of the incident any more. */
const ENDS: readonly InstantName[] = ['impactEnd', 'resolved', 'closed', 'mitigated'];

function labelledInstant(
  context: Context,
  index: LabelIndex,
  label: LabelName,
  day: string | null,
  isEnd: boolean,
): Field<Instant> | null {
  for (const { value } of index.get(label) ?? []) {
    const field = textField(context, value);
    if (field.state !== 'known' || value === null) continue;
    const text = context.flat.slice(value.from, Math.min(value.to, value.from + 200));
    const reading = label === 'duration' ? rangeIn(context, text) : timeAt(context.lexicon, text, 0, context);
    const end = reading?.until === undefined ? null : { ...reading, at: reading.until };
    const chosen = isEnd ? end : reading;
    const instant = chosen === null ? null : instantFrom(chosen, day);
    if (instant !== null) return { ...field, value: instant };
  }
  return null;
}

/** `10:00 - 11:12 UTC (72 minutes)`, `72 min (10:00 → 11:12)`: a length of time that tells its two ends, with colons. */
function rangeIn(context: Context, text: string): TimeReading | null {
  const match = RANGE_OF_CLOCKS.exec(text);
  if (match === null) return null;
  const start = match.index + match[0].length;
  const reading = timeAt(context.lexicon, text, start, context);
  if (reading?.at.clock === undefined || reading.until?.clock === undefined) return null;
  const clocks = text.slice(start, reading.to).match(/\d:[0-5]\d/g) ?? [];
  return clocks.length === 2 ? reading : null;
}

/** The start of the value or of a bracket, before a day or a clock. */
const RANGE_OF_CLOCKS = /(?:^|[(（])\s{0,3}(?=\d{4}-\d{2}-\d{2}|\d{1,2}:[0-5]\d)/;

function instantFrom({ at, approximate }: TimeReading, day: string | null): Instant | null {
  const own =
    at.year === undefined || at.month === undefined || at.day === undefined ? day : dayText(at.year, at.month, at.day);
  if (own === null && at.clock === undefined) return null;
  const offset = at.zone === undefined ? null : zoneOffset(at.zone);
  return {
    ...(own !== null && { day: own }),
    ...(at.clock !== undefined && { clock: at.clock }),
    ...(at.zone !== undefined && { zone: at.zone }),
    ...(offset !== null && { offsetMinutes: offset }),
    ...(approximate && { approximate: true }),
  };
}

/** `times: { impactStart: 2026-05-01T10:02Z }` in the front matter wins over every guess. */
function pin(
  context: Context,
  instants: Record<InstantName, Field<Instant>>,
  { path, key, value, text }: FrontMatterEntry,
  day: string | null,
): void {
  const [group, name] = path;
  if (group !== 'times' || name === undefined) return;
  const complain = (message: string, place: Place): void => context.report({ code: 'pinned-time', message, place });
  if (!isInstantName(name))
    return complain(`“${name}” is not an instant. Use one of: ${instantNames.join(', ')}.`, key);
  if (emptiness(context.lexicon, text, text) !== null) return;
  const reading = timeAt(context.lexicon, text, 0, context);
  const instant = reading === null || reading.problem !== undefined ? null : instantFrom(reading, day);
  if (instant?.clock === undefined) return complain(`“${text}” is not a time. Write it as 2026-05-01T10:02Z.`, value);
  const pinned: Known<Instant> = {
    state: 'known',
    value: instant,
    written: context.text.slice(value.from, value.to),
    places: [value],
    source: 'pinned',
  };
  instants[name] = pinned;
}

function isInstantName(name: string): name is InstantName {
  return (instantNames as readonly string[]).includes(name);
}
