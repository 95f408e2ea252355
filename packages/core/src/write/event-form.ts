import type { Place, Section, TimelineEvent } from '../model/index.ts';
import type { Row, Table } from '../read/block.ts';
import { type EventColumns, eventColumns } from '../read/timeline.ts';
import { lineStart, lineStop, type Page, standingOf } from './page.ts';

/** In which form an event is written, and what is needed to write another one like it. */
export type EventForm =
  | { readonly kind: 'row'; readonly table: Table; readonly row: Row; readonly columns: EventColumns }
  | { readonly kind: 'section'; readonly section: Section; readonly place: Place }
  | { readonly kind: 'line' | 'item'; readonly place: Place };

export function eventForm(page: Page, event: TimelineEvent): EventForm {
  const { place } = event;
  const { outline, context } = page.examined;
  const section = outline.sections.find(({ from, kind }) => kind === 'heading' && from === place.from);
  if (section !== undefined) return { kind: 'section', section, place };
  const { table, row, item } = standingOf(page, place);
  if (table !== null && row !== null && row.from === place.from)
    return { kind: 'row', table, row, columns: eventColumns(context, table) };
  return { kind: item?.from === place.from ? 'item' : 'line', place };
}

/** What stands on an event's line around its time and its words. */
export interface LineParts {
  readonly lead: string;
  readonly between: string;
  readonly tail: string;
  readonly time: string;
  /** Whether the words stand before the time. */
  readonly isTold: boolean;
  /** Whether the words stand on a line below. */
  readonly isBelow: boolean;
}

/** The parts of the line of an event whose time and words are both known; null where they are not. */
export function linePartsOf({ text }: Page, event: TimelineEvent): LineParts | null {
  const [time] = event.at.places;
  const [words] = event.text.places;
  if (time === undefined || words === undefined || event.at.state !== 'known') return null;
  const start = lineStart(text, event.place.from);
  if (time.from < start) return null;
  const isBelow = /[\r\n]/.test(text.slice(Math.min(time.to, words.to), Math.max(time.from, words.from)));
  const isTold = words.from < time.from;
  const first = isTold ? words : time;
  const second = isTold ? time : words;
  const stop = lineStop(text, isBelow ? first.to : second.to);
  return {
    lead: text.slice(start, first.from).replace(/[~≈]/g, ''),
    between: isBelow ? text.slice(first.to, stop) : text.slice(first.to, second.from),
    tail: isBelow ? '' : text.slice(second.to, stop),
    time: text.slice(time.from, time.to),
    isTold,
    isBelow,
  };
}
