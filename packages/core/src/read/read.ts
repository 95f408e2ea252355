import {
  absent,
  type Field,
  type Message,
  type Place,
  type Postmortem,
  type Reading,
  valueOf,
} from '../model/index.ts';
import { type Language, languages as allLanguages, lexiconOf } from '../vocabulary/index.ts';
import { actionItemsOf } from './actions.ts';
import {
  communicationOf,
  detectionOf,
  distributionOf,
  evidenceOf,
  followUpOf,
  lessonsOf,
  preventionOf,
  relatedOf,
  resolutionOf,
  signOffOf,
  summaryOf,
} from './aftermath.ts';
import type { Block } from './block.ts';
import { blocksOf } from './blocks.ts';
import { causesOf } from './causes.ts';
import { type Context, textField } from './context.ts';
import { dayOrder } from './day-order.ts';
import { type FrontMatter, type FrontMatterEntry, frontMatterOf } from './front-matter.ts';
import { incidentsIn } from './further-incidents.ts';
import { gather, sectionText } from './gather.ts';
import { incidentIdOf, indexLabels, type LabelIndex, peopleOf, severityOf, statusOf, titleOf } from './header.ts';
import { headerFieldsOf } from './header-fields.ts';
import { impactOf } from './impact.ts';
import { instantsOf } from './instants.ts';
import { labelsOf, type Labelled } from './labels.ts';
import { languageOfProse } from './language-of.ts';
import { cutNesting } from './nesting.ts';
import { type Outline, outlineOf } from './outline.ts';
import { scannedFor } from './scanned.ts';
import { sourceOf } from './source.ts';
import { headerDay, incidentDay, summaryDay } from './start-day.ts';
import { statedOf } from './stated.ts';
import { type TimelineReading, timelineOf } from './timeline.ts';
import { zoneOf } from './zone-of.ts';

export interface ReadOptions {
  /** The file's name: an id that stands only there is taken from it, and marked so. */
  readonly fileName?: string;
  /** The vocabulary to read with; all languages that Debrief knows when left out. */
  readonly languages?: readonly Language[];
}

/**
 * Reads a Markdown post-mortem in any template into a model whose every value knows where it stands in the text.
 *
 * Places are UTF-16 offsets into `text` as given; `text.slice(from, to)` of a field's first place is what it says in
 * `written`. Reading never throws: what is odd becomes a message with a place. Reading twice gives equal results.
 *
 * @param text the document, with any line ends, with or without a byte order mark
 * @example read('# INC-7: Checkout down\n\n**Severity:** SEV2\n').postmortem.severity // { state: 'known', value: { written: 'SEV2', level: 2 }, … }
 */
export function read(text: string, options: ReadOptions = {}): Reading {
  return takeApart(text, options).reading;
}

/** A reading with what it was made from: blocks by section, labels with their meanings, front matter. */
export interface Anatomy {
  readonly reading: Reading;
  readonly context: Context;
  /** The sections of the first incident. */
  readonly outline: Outline;
  /** The sections of all the text. */
  readonly whole: Outline;
  readonly labels: readonly Labelled[];
  readonly index: LabelIndex;
  readonly frontMatter: FrontMatter;
}

/** The anatomy of all the text, be it of one incident or of several. */
export type Examined = Omit<Anatomy, 'whole'>;

/** A text taken apart for edits, which may be anywhere in it. */
export function examine(text: string, options: ReadOptions = {}): Examined {
  const { whole, ...anatomy } = takeApart(text, options);
  return { ...anatomy, outline: whole };
}

/** The same as {@link read}, with what was found on the way, for those who write into a text. */
export function takeApart(text: string, options: ReadOptions = {}): Anatomy {
  const messages: Message[] = [];
  const told = new Set<string>();
  const source = sourceOf(text);
  const nesting = cutNesting(source.flat);
  const frontMatter = frontMatterOf(nesting.flat, source.start);
  const scanStart = Math.max(frontMatter.end, source.start);
  const parsed = blocksOf(nesting.flat, scanStart);
  for (const part of [source, nesting, frontMatter, parsed]) messages.push(...part.messages.slice(0, MOST_MESSAGES));

  const vocabulary = options.languages ?? allLanguages;
  const lexicon = lexiconOf(vocabulary);
  const head = withoutCode(nesting.flat.slice(frontMatter.end, frontMatter.end + 6_000));
  const language = languageOfProse(proseOf(head), head, vocabulary);
  const context: Context = {
    text,
    flat: nesting.flat,
    isFlat: nesting.flat === text,
    lexicon,
    language,
    references: parsed.references,
    decoded: decodedValues(nesting.flat, frontMatter.entries),
    dayFirst: dayOrder(nesting.flat, language),
    report: (message) => {
      const key = `${message.code} ${message.code === 'too-many' ? message.message : message.place.from}`;
      if (messages.length >= MOST_MESSAGES || told.has(key)) return;
      told.add(key);
      messages.push(message);
    },
  };
  const whole = outlineOf(nesting.flat, parsed.blocks, {
    lexicon,
    language,
    references: parsed.references,
    bodyStart: frontMatter.end,
  });
  const incidents = incidentsIn(context, whole);
  const outline = incidents.end === nesting.flat.length ? whole : upTo(whole, incidents.end);
  const labels = labelsOf(context, outline, frontMatter.entries);
  const index = indexLabels(outline, labels);
  const postmortem = assemble(
    context,
    { whole, outline, labels, index, frontMatter, furtherIncidents: incidents.further, firstIncident: incidents.first },
    options.fileName,
  );
  if (text.trim() === '')
    messages.push({ code: 'no-text', message: 'There is no text to read.', place: { from: 0, to: text.length } });
  const reading = {
    text,
    postmortem,
    sections: whole.sections,
    messages: messages.toSorted((a, b) => a.place.from - b.place.from),
  };
  scannedFor.set(reading, {
    flat: nesting.flat,
    start: scanStart,
    blocks: parsed.blocks,
    references: parsed.references,
  });
  return { reading, context, outline, whole, labels, index, frontMatter };
}

const MOST_MESSAGES = 200;

/** The text without code, whose words are in no language. */
function withoutCode(text: string): string {
  return text.includes('```') ? text.replace(/^```[^\n`]*\n[\s\S]*?^```/gm, '') : text;
}

/** The text without headings, labels and placeholders, which may be in the language of the template. */
function proseOf(text: string): string {
  return text
    .replace(/^#{1,6} .*$|<!--[^>]{0,1000}-->|^\|.*\|\n(?=\|[ :|-]+\|$)/gm, '')
    .replace(/\[[^[\]\n]{3,300}\](?![([:])|(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)/g, '');
}

function decodedValues(flat: string, entries: readonly FrontMatterEntry[]): ReadonlyMap<number, string> {
  const different = entries.filter(({ text, value }) => text !== flat.slice(value.from, value.to));
  return new Map(different.map(({ text, value }) => [value.from, text.replace(/\s+/g, ' ').trim()]));
}

interface Parts {
  readonly whole: Outline;
  readonly outline: Outline;
  readonly labels: readonly Labelled[];
  readonly index: LabelIndex;
  readonly frontMatter: FrontMatter;
  readonly furtherIncidents: readonly Field<string>[];
  /** The heading of the first of several incidents. */
  readonly firstIncident: Place | null;
}

function assemble(
  context: Context,
  { whole, outline, labels, index, frontMatter, furtherIncidents, firstIncident }: Parts,
  fileName: string | undefined,
): Postmortem {
  const title = titleOf(context, outline, index);
  const isTemplate = title.state === 'unknown' && title.reason === 'placeholder';
  const gathering = gather(context, outline, labels, index, isTemplate);
  const fromHeader = headerDay(
    context,
    outline,
    index,
    firstIncident === null ? [...title.places] : [firstIncident, ...title.places],
  );
  const fromSummary = fromHeader.state === 'known' ? absent : summaryDay(context, outline);
  const startDay = dayWithPlace(fromHeader) ?? dayWithPlace(fromSummary);
  const timeline = timelineOf(context, outline, startDay);
  const date = firstKnownDay(incidentDay(fromHeader, firstDay(timeline)), fromSummary);
  const headerFields = headerFieldsOf(context, outline, labels);
  const people = peopleOf(context, index, distributionOf(gathering));
  return {
    title,
    incidentId: incidentIdOf(context, index, title, fileName),
    severity: severityOf(context, index),
    status: statusOf(context, index),
    people,
    date,
    zone: zoneOf(context, outline, index, timeline),
    language: context.language,
    instants: instantsOf(context, index, timeline.events, frontMatter.entries, valueOf(date)),
    summary: headerFields.summary?.state === 'known' ? headerFields.summary : summaryOf(gathering),
    impact: impactOf(gathering),
    timeline: timeline.events,
    causes: causesOf(gathering),
    detection: detectionOf(gathering),
    resolution: resolutionOf(gathering),
    lessons: lessonsOf(gathering),
    actionItems: actionItemsOf(context, outline),
    prevention: preventionOf(gathering),
    stated: statedOf(context, outline, index),
    related: relatedOf(gathering),
    evidence: evidenceOf(gathering),
    communication: communicationOf(gathering),
    followUp: followUpOf(gathering),
    signOff: signOffOf(gathering),
    background: sectionText(gathering, 'background'),
    comments: context.flat.includes('<!--') ? whole.bodies.flatMap(commentsIn) : [],
    headerFields,
    otherLabels: labels
      .filter(({ names }) => names.length === 0)
      .slice(0, 500)
      .map(({ label, value, section }) => ({ label, value: textField(context, value), section })),
    furtherIncidents,
  };
}

function upTo({ sections, bodies }: Outline, end: number): Outline {
  const count = sections.findIndex(({ from }) => from >= end);
  return count < 0 ? { sections, bodies } : { sections: sections.slice(0, count), bodies: bodies.slice(0, count) };
}

function dayWithPlace(field: Field<string>): { readonly day: string; readonly place: Place } | null {
  const [place] = field.places;
  return field.state === 'known' && place !== undefined ? { day: field.value, place } : null;
}

function firstDay({ events }: TimelineReading): Field<string> {
  for (const { at, role } of events) {
    if (role?.instant !== 'trigger' && at.state === 'known' && at.value.day !== undefined)
      return { ...at, value: at.value.day, source: 'derived' };
  }
  return absent;
}

function firstKnownDay(date: Field<string>, fallback: Field<string>): Field<string> {
  return date.state === 'known' || fallback.state !== 'known' ? date : fallback;
}

function commentsIn(blocks: readonly Block[]): readonly Place[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'html') return block.comment ? [{ from: block.from, to: block.to }] : [];
    if (block.kind === 'list') return block.items.flatMap(({ children }) => commentsIn(children));
    return block.kind === 'quote' ? commentsIn(block.children) : [];
  });
}
