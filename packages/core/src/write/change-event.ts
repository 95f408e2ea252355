import {
  type Change,
  type EventValues,
  type Place,
  type Refusal,
  type Splice,
  type TimelineEvent,
} from '../model/index.ts';
import { touches } from './differences.ts';
import { eventForm } from './event-form.ts';
import { eventFault, type EventTimes, timesOf } from './event-fault.ts';
import { eventIndex } from './find-item.ts';
import { above, below, lineStart, lineStop, nextLine, type Page, withoutLines } from './page.ts';
import { refusal } from './refusal.ts';
import { writeCell } from './table-row.ts';
import type { Plan } from './verify.ts';
import { emptyAt, replaceAt } from './write-at.ts';
import { waysToTell } from './written-time.ts';
import { waysToWrite } from './written-value.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** The event on the page that is meant, with its index in the document. */
function meant(
  page: Page,
  reference: Of<'changeEvent'>['event'],
): { readonly event: TimelineEvent; readonly index: number; readonly own: number } | Refusal {
  const index = eventIndex(page.whole, reference);
  if (typeof index !== 'number') return index;
  const place = page.whole.postmortem.timeline[index]?.place;
  const onPage = place === undefined ? null : page.toPage(place);
  const own = page.examined.reading.postmortem.timeline.findIndex((each) => each.place.from === onPage?.from);
  const event = page.examined.reading.postmortem.timeline[own];
  return event === undefined ? refusal('no-place', 'The event is not there.') : { event, index, own };
}

export function changeEvent(page: Page, { event: reference, values }: Of<'changeEvent'>): Plan | Refusal {
  const found = meant(page, reference);
  if ('code' in found) return found;
  const times = timesOf(values);
  if ('code' in times) return times;
  if (values.text === '' || values.at === '')
    return refusal('no-place', 'An event keeps its words and its time. Remove the event instead.');
  const { event, own } = found;
  const count = page.examined.reading.postmortem.timeline.length;
  const may = (Object.keys(values) as (keyof EventValues)[]).map((name) => `timeline[].${name}`);
  return {
    ways: changes(page, event, values, times),
    expect: {
      follow: ['evidence[].label'],
      may: [
        ...may,
        'timeline[].role',
        ...(times.at?.zone === undefined ? [] : ['zone']),
        ...(values.until === undefined ? [] : ['timeline[].at', 'timeline[].until']),
      ],
      sections: true,
      reached: (after) => {
        const { timeline } = after.reading.postmortem;
        const same = timeline[own];
        return timeline.length !== count || same === undefined
          ? 'the timeline would have other events'
          : eventFault(same, values, times);
      },
    },
  };
}

/** The ways to write all given values at once: the first way of each, then further ones of the last. */
function* changes(
  page: Page,
  event: TimelineEvent,
  values: EventValues,
  times: EventTimes,
): Generator<readonly Splice[]> {
  const parts: (readonly (readonly Splice[])[])[] = [];
  if (times.at !== null || times.until !== null || values.until === '')
    parts.push([...timeWays(page, event, values, times)]);
  for (const name of ['text', 'action', 'actor'] as const) {
    const value = values[name];
    if (value !== undefined) parts.push([...valueWays(page, event, name, value)]);
  }
  if (parts.some((part) => part.length === 0)) return;
  yield* combined(parts);
}

/** Combinations of ways, the plainest first, without trying every pair. */
export function* combined(parts: readonly (readonly (readonly Splice[])[])[]): Generator<readonly Splice[]> {
  const most = Math.max(1, ...parts.map((part) => part.length));
  const first = parts.map((part) => part[0] ?? []);
  yield first.flat();
  for (const [index, part] of parts.entries()) {
    for (const way of part.slice(1)) yield first.with(index, way).flat();
  }
  for (let round = 1; round < most; round += 1)
    yield parts.map((part) => part[Math.min(round, part.length - 1)] ?? []).flat();
}

function* timeWays(
  page: Page,
  event: TimelineEvent,
  values: EventValues,
  times: EventTimes,
): Generator<readonly Splice[]> {
  const [place] = event.at.places;
  const form = eventForm(page, event);
  const old = event.at.state === 'known' ? event.at.value : null;
  const at =
    times.at ??
    (old === null
      ? null
      : { ...(old.day !== undefined && { day: old.day }), ...(old.clock !== undefined && { clock: old.clock }) });
  if (at === null) return;
  const kept = event.until?.state === 'known' && values.until === undefined ? event.until.value : null;
  const until = times.until ?? (kept?.clock === undefined ? null : { clock: kept.clock });
  const sample = old === null || place === undefined ? null : page.text.slice(place.from, place.to);
  for (const time of waysToTell(at, until, sample)) {
    if (form.kind === 'row' && form.columns.time >= 0) {
      const cell = form.row.cells[form.columns.time];
      if (cell === undefined || place === undefined || place.from === cell.from) {
        const behind =
          cell === undefined || place === undefined ? '' : page.text.slice(Math.max(place.to, cell.from), cell.to);
        yield [writeCell(page, form.table, form.row, form.columns.time, `${time}${behind}`)];
        continue;
      }
    }
    if (place === undefined) continue;
    const about = /[~≈]\s*$/.exec(page.text.slice(lineStart(page.text, place.from), place.from))?.[0].length ?? 0;
    yield [{ from: place.from - about, to: place.to, insert: time }];
  }
}

function* valueWays(
  page: Page,
  event: TimelineEvent,
  name: 'text' | 'action' | 'actor',
  value: string,
): Generator<readonly Splice[]> {
  const form = eventForm(page, event);
  const [place] = event[name].places;
  if (value === '') {
    yield* place === undefined ? [] : emptyAt(page, place);
    return;
  }
  if (place !== undefined && place.to > place.from) {
    yield* replaceAt(page, place, value, 'line');
    return;
  }
  const column = form.kind === 'row' ? form.columns[name === 'text' ? 'event' : name] : -1;
  if (form.kind !== 'row' || column < 0) return;
  for (const written of waysToWrite(value, 'cell')) yield [writeCell(page, form.table, form.row, column, written)];
}

export function removeEvent(page: Page, { event: reference }: Of<'removeEvent'>): Plan | Refusal {
  const found = meant(page, reference);
  if ('code' in found) return found;
  const { timeline } = page.examined.reading.postmortem;
  return {
    ways: [[withoutLines(page, linesAt(page, found.event.place))]],
    expect: {
      may: ['timeline[].phase', 'timeline[].role'],
      lists: ['timeline', 'evidence'],
      follow: ['evidence[].label'],
      sections: true,
      reached: (after) =>
        after.reading.postmortem.timeline.length === timeline.length - 1 ? null : 'other events would go or stay',
    },
  };
}

/** The whole lines of an item or section, without the blank lines behind it. */
function linesAt({ text }: Page, { from, to }: Place): Place {
  return { from, to: Math.max(from, text.slice(from, to).trimEnd().length + from) };
}

export function moveEvent(page: Page, { event: reference, to }: Of<'moveEvent'>): Plan | Refusal {
  const found = meant(page, reference);
  if ('code' in found) return found;
  const { timeline } = page.examined.reading.postmortem;
  const whole = page.whole.postmortem.timeline;
  if (!Number.isInteger(to) || to < 0 || to >= whole.length)
    return refusal('not-found', `There is no place ${to + 1}; the timeline has ${whole.length} events.`);
  const goal = found.own + (to - found.index);
  const target = timeline[goal];
  const { event } = found;
  if (target === undefined) return refusal('no-place', 'There is no such place in the timeline.');
  const [own, other] = [eventForm(page, event), eventForm(page, target)];
  if (own.kind !== other.kind)
    return refusal(
      'no-place',
      'The two places are of different forms: a table, a list, lines or headings. Move the event by hand.',
    );
  const same = (each: TimelineEvent | undefined): boolean =>
    each !== undefined &&
    JSON.stringify([each.text, each.at].map(said)) === JSON.stringify([event.text, event.at].map(said));
  return {
    ways: target === event ? [[]] : moves(page, event, target, goal > found.own),
    expect: {
      may: ['timeline[].phase', 'timeline[].role'],
      lists: ['timeline', 'evidence'],
      follow: ['evidence[].label'],
      sections: true,
      reached: (after, ranges) => {
        if (target === event) return null;
        const now = after.reading.postmortem.timeline;
        const moved = now[goal];
        return now.length === timeline.length &&
          moved !== undefined &&
          touches(moved.place, ranges.after) &&
          same(moved)
          ? null
          : 'it would be read with another time, or at another place';
      },
    },
  };
}

function said(field: TimelineEvent['text'] | TimelineEvent['at']): unknown {
  return field.state === 'known' ? field.value : field.state;
}

function* moves(
  page: Page,
  event: TimelineEvent,
  target: TimelineEvent,
  isDown: boolean,
): Generator<readonly Splice[]> {
  const { text } = page;
  const own = linesAt(page, event.place);
  const goal = linesAt(page, target.place);
  const lines = text.slice(lineStart(text, own.from), lineStop(text, own.to)).replace(/\r\n?/g, '\n');
  const isSection = eventForm(page, event).kind === 'section';
  const gap =
    isSection ||
    /\n\s*\n/.test(text.slice(Math.min(own.to, goal.to), Math.max(own.from, goal.from)).replace(/\r\n?/g, '\n'))
      ? '\n'
      : '';
  const start = lineStart(text, own.from);
  const after = nextLine(text, own.to);
  const taken =
    after < text.length || /[\r\n]$/.test(text)
      ? withoutLines(page, own)
      : {
          from: start === 0 ? 0 : start - (text.startsWith('\r\n', start - 2) ? 2 : 1),
          to: lineStop(text, own.to),
          insert: '',
        };
  yield [taken, isDown ? below(page, goal.to, `${gap}${lines}`) : above(page, goal.from, `${lines}${gap}`)];
  yield [taken, isDown ? below(page, goal.to, lines) : above(page, goal.from, lines)];
}
