import type { ActionItem, Field, Place, Reading, Section, SectionName, Splice } from '../model/index.ts';
import { actionWordsIn } from './substance-action.ts';
import { followUpLines } from './substance-labels.ts';
import { applySplices } from './splices.ts';

/** Sections that are filled in after an approval. */
const AFTERWARDS: ReadonlySet<SectionName> = new Set(['followUp', 'signOff'] as const);
/** What may stand below them without being analysis. */
const BESIDE: ReadonlySet<SectionName> = new Set(['followUp', 'signOff', 'communication'] as const);

/**
 * What an approval is about: the words of a text without what follows up on it. Left out are the document's status, its
 * version and dates of review, who reviews and approves it, the sections of sign-off and follow-up, and of each action
 * item its state, owners, due date, ticket and verification. A section that lists actions is never left out. Two texts
 * with the same substance differ in follow-up, line ends, blank lines and padding alone.
 *
 * @example substanceOf(read('## Action items\n\n- [x] Add an alert (@kim)\n')) // '## Action items\n- Add an alert'
 */
export function substanceOf(reading: Reading): string {
  const { text, postmortem, sections } = reading;
  const { actionItems } = postmortem;
  const items = outermost(actionItems.filter(({ place }) => place.to > place.from));
  const splices: readonly Splice[] = [
    ...sections
      .filter((_, index) => isAfterwards(reading, index))
      .map(({ from, to }) => ({ from, to, insert: factsIn(reading, { from, to }) })),
    ...items.map(({ place, all }) => ({ ...place, insert: actionWordsIn(text, place, all) })),
    ...tableHeadsIn(
      text,
      items.map(({ place }) => place),
    ),
    ...followUpLines(
      text,
      followUpFields(reading).flatMap(({ places }) => places),
    ),
  ];
  return applySplices(text, apart(splices))
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd().replaceAll(/(?<=\S)[ \t]+/g, ' '))
    .filter((line) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line))
    .join('\n');
}

/** A section on sign-off or follow-up and what stands below it, unless it holds the title, actions or analysis. */
function isAfterwards({ postmortem, sections }: Reading, index: number): boolean {
  const own = sections[index];
  if (own === undefined || own.kind !== 'heading' || own.names.some((name) => !BESIDE.has(name))) return false;
  const isIn = ({ from }: Place): boolean => from >= own.from && from < own.to;
  if (postmortem.title.places.some(isIn) || postmortem.actionItems.some(({ place }) => isIn(place))) return false;
  for (let at = index; at >= 0; at = sections[at]?.parent ?? -1) {
    const section: Section | undefined = sections[at];
    if (section === undefined || section.names.some((name) => !BESIDE.has(name))) return false;
    if (section.names.some((name) => AFTERWARDS.has(name)) && !holdsTitle(postmortem.title, section)) return true;
  }
  return false;
}

/** The lines of a section that tell facts of the incident, as a header at the end of a document does. */
function factsIn({ text, postmortem }: Reading, section: Place): string {
  const { incidentId, severity, status, date, zone, summary, impact, causes, detection, stated } = postmortem;
  const facts = [incidentId, severity, status.incident, date, zone, summary, impact, causes, detection, stated];
  const starts = placesIn(facts)
    .filter(({ from }) => from >= section.from && from < section.to)
    .map(({ from }) => lineStart(text, from));
  return [...new Set(starts)]
    .toSorted((a, b) => a - b)
    .map((start) => text.slice(start, lineEnd(text, start)))
    .join('');
}

/** Of all fields in a part of the model. */
function placesIn(part: unknown): readonly Place[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('places' in part) return part.places as readonly Place[];
  return Object.values(part).flatMap(placesIn);
}

function holdsTitle({ places }: Field<string>, { headingPlace }: Section): boolean {
  return places.some(({ from }) => from >= headingPlace.from && from < headingPlace.to);
}

/** Values beside the text that are filled in when it is reviewed, approved and followed up. */
function followUpFields({ postmortem }: Reading): readonly Field<unknown>[] {
  const { status, signOff, followUp, people } = postmortem;
  return [
    status.document,
    ...signOff.approvals.flatMap(({ name, date }) => [name, date]),
    ...[signOff.published, signOff.nextReview, signOff.version, signOff.lastUpdated, followUp.reviewDate],
    ...people.reviewers,
    ...people.approvers,
  ];
}

interface Outermost {
  readonly place: Place;
  /** With the items that stand within it. */
  readonly all: readonly ActionItem[];
}

function outermost(items: readonly ActionItem[]): readonly Outermost[] {
  const found: { place: Place; all: ActionItem[] }[] = [];
  for (const item of items.toSorted((a, b) => a.place.from - b.place.from || b.place.to - a.place.to)) {
    const last = found.at(-1);
    if (last !== undefined && item.place.from < last.place.to) last.all.push(item);
    else found.push({ place: item.place, all: [item] });
  }
  return found;
}

/** The head of a table of action items, two lines: a column that is added for an owner changes nothing of substance. */
function tableHeadsIn(text: string, items: readonly Place[]): readonly Splice[] {
  const heads = new Map<number, Splice>();
  for (const { from } of items) {
    const start = lineStart(text, from);
    if (!isRow(text, start)) continue;
    let first = start;
    while (first > 0 && isRow(text, lineStart(text, first - 1))) {
      first = lineStart(text, first - 1);
      if (heads.has(first)) break;
    }
    if (heads.has(first) || first === start) continue;
    const second = lineEnd(text, first);
    heads.set(first, { from: first, to: Math.min(start, lineEnd(text, second)), insert: '' });
  }
  return [...heads.values()];
}

function isRow(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || text[at] === '>') at += 1;
  return text[at] === '|';
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The first of those that lie on one another. */
function apart(splices: readonly Splice[]): readonly Splice[] {
  const kept: Splice[] = [];
  let end = 0;
  for (const splice of splices.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (splice.from < end) continue;
    kept.push(splice);
    end = splice.to;
  }
  return kept;
}
