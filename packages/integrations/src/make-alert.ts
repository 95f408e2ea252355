import type { Alert, AlertEvent, AlertLink } from '@debrief/core';
import { oneLine, paragraphs } from './clean-text.ts';
import type { Note } from './decoding.ts';
import type { Pairs } from './lenient.ts';
import { limits } from './limits.ts';

/** An alert as a decoder found it: texts as they came, times already read. */
export interface AlertParts {
  readonly product: string;
  readonly key: string;
  readonly groupKey?: string | undefined;
  readonly receiver?: string | undefined;
  readonly status: Alert['status'];
  readonly title: readonly (string | undefined)[];
  readonly severity?: string | undefined;
  readonly services?: readonly (string | undefined)[];
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly links?: readonly (AlertLink | undefined)[];
  readonly labels?: Pairs;
  readonly events?: readonly (EventParts | undefined)[];
  readonly responders?: readonly (string | undefined)[];
}

export interface EventParts {
  /** An event without an instant has no place in a timeline and is left out. */
  readonly at: string | undefined;
  readonly kind: AlertEvent['kind'];
  readonly text: string;
  readonly actor?: string | undefined;
}

/**
 * Makes the alert that leaves this package: every text clean and bounded, nothing twice, events in the order of time,
 * what is absent left out. The first title that says something is taken.
 */
export function makeAlert(parts: AlertParts, note: Note): Alert {
  const title = firstText(parts.title, limits.title) ?? 'Untitled alert';
  if (parts.startsAt !== undefined && parts.endsAt !== undefined && parts.endsAt < parts.startsAt)
    note(`“${title}” ends before it starts, as it was sent: ${parts.startsAt} to ${parts.endsAt}.`);
  return {
    product: parts.product,
    key: oneLine(parts.key, limits.line) || title,
    ...present('groupKey', lineOf(parts.groupKey, limits.line)),
    ...present('receiver', lineOf(parts.receiver, limits.name)),
    status: parts.status,
    title,
    ...present('severity', lineOf(parts.severity, limits.name)),
    services: distinctLines(parts.services, limits.services),
    ...present('summary', textOf(parts.summary)),
    ...present('description', textOf(parts.description)),
    ...present('startsAt', parts.startsAt),
    ...present('endsAt', parts.endsAt),
    links: distinctLinks(parts.links ?? []),
    labels: cleanLabels(parts.labels ?? [], title, note),
    events: cleanEvents(parts.events ?? [], title, note),
    responders: distinctLines(parts.responders, limits.responders),
  };
}

function present<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, string>);
}

function lineOf(text: string | undefined, most: number): string | undefined {
  return oneLine(text ?? '', most) || undefined;
}

function textOf(text: string | undefined): string | undefined {
  return paragraphs(text ?? '', limits.paragraphs) || undefined;
}

function firstText(texts: readonly (string | undefined)[], most: number): string | undefined {
  return texts.map((text) => lineOf(text, most)).find((text) => text !== undefined);
}

function distinctLines(texts: readonly (string | undefined)[] = [], most: number): readonly string[] {
  const lines = texts.slice(0, most * 4).flatMap((text) => lineOf(text, limits.name) ?? []);
  return [...new Set(lines)].slice(0, most);
}

function distinctLinks(links: readonly (AlertLink | undefined)[]): readonly AlertLink[] {
  const byAddress = new Map<string, AlertLink>();
  for (const link of links) if (link && !byAddress.has(link.url)) byAddress.set(link.url, link);
  return [...byAddress.values()].slice(0, limits.links);
}

function cleanLabels(labels: Pairs, title: string, note: Note): Alert['labels'] {
  if (labels.length > limits.labels)
    note(
      `“${title}” has ${Math.min(labels.length, limits.pairs)} labels${labels.length > limits.pairs ? ' and more' : ''}; the first ${limits.labels} were kept.`,
    );
  return labels
    .slice(0, limits.labels)
    .map(([name, value]) => [oneLine(name, limits.name), oneLine(value, limits.line)] as const)
    .filter(([name]) => name !== '');
}

function cleanEvents(events: readonly (EventParts | undefined)[], title: string, note: Note): Alert['events'] {
  const placed = events.flatMap((event) => (event?.at === undefined ? [] : [{ ...event, at: event.at }]));
  const kept = fewEnough(placed);
  if (kept.length < placed.length)
    note(`“${title}” has ${placed.length} events; ${kept.length} were kept, notifications last.`);
  return kept
    .toSorted((one, other) => compare(one.at, other.at))
    .map(({ at, kind, text, actor }) => ({
      at,
      kind,
      text: paragraphs(text, limits.line),
      ...present('actor', lineOf(actor, limits.name)),
    }));
}

/** Where there are too many, what changed the alert stays before what only accompanied it. */
function fewEnough<T extends EventParts>(events: readonly T[]): readonly T[] {
  if (events.length <= limits.events) return events;
  const [telling, other] = [
    events.filter(({ kind }) => kind !== 'other'),
    events.filter(({ kind }) => kind === 'other'),
  ];
  return [...telling, ...other].slice(0, limits.events);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
