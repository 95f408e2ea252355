import type { Change, Place, Postmortem, Reading, Section, SectionName } from '../model/index.ts';
import { fieldsAt, fieldSpecs } from './field-specs.ts';
import { actionIndex, eventIndex } from './find-item.ts';
import { lineStart, nextLine, type Page } from './page.ts';
import { indexFor } from './event-order.ts';
import { givenTime } from './written-time.ts';

/** Texts shorter than this are checked whole. */
const LEAST = 40_000;
/** A section longer than this is kept at its head and around the places that matter. */
const LONG_SECTION = 24_000;
const HEAD = 3_000;
const AROUND = 4_000;
const HEADER = 16_000;

/** What a change is about: places in the text, and sections by name. */
interface Focus {
  readonly places: readonly Place[];
  readonly names: readonly SectionName[];
  /** Whether the headings of all sections matter. */
  readonly headings?: boolean;
}

/**
 * The parts of a large text that an edit can be planned and checked on: its header, what the change is about, the
 * headings above that and the heading behind. Null where the whole text is needed.
 */
export function windowFor(whole: Reading, change: Change): readonly Place[] | null {
  const { text, sections, postmortem } = whole;
  if (text.length < LEAST || postmortem.furtherIncidents.length > 0) return null;
  const focus = focusOf(whole, change);
  const parts: Place[] = [headerOf(whole)];
  const keep = (index: number): void => {
    const section = sections[index];
    if (section === undefined) return;
    const own = focus.places.filter(({ from, to }) => from < section.to && to >= section.from);
    parts.push(...partsOf(text, section, own));
    for (let above = section.parent; above >= 0; above = sections[above]?.parent ?? -1)
      parts.push(headingLine(text, sections[above]));
    parts.push(headingLine(text, sections[index + 1]));
  };
  const chosen = new Set<number>();
  for (const { from } of focus.places) chosen.add(sections.findLastIndex((section) => section.from <= from));
  for (const name of focus.names) for (const index of sectionsNamed(sections, name)) chosen.add(index);
  for (const index of chosen) keep(index);
  if (focus.headings === true) keep(sections.length - 1);
  if (focus.headings === true) for (const section of mainSections(sections)) parts.push(headingLine(text, section));
  const kept = merged(parts);
  return kept.reduce((sum, { from, to }) => sum + to - from, 0) * 2 > text.length ? null : kept;
}

/** The sections that a new one may stand beside. */
function mainSections(sections: readonly Section[]): readonly Section[] {
  const named = sections.filter(({ names, level }) => names.length > 0 && level > 1);
  const level = named.reduce((least, section) => Math.min(least, section.level), 6);
  return sections.filter((section) => section.kind === 'heading' && section.level <= level);
}

/** The first sections of a name and the last one. */
function sectionsNamed(sections: readonly Section[], name: SectionName): readonly number[] {
  const all = sections.flatMap(({ names }, index) => (names.includes(name) ? [index] : []));
  return all.length <= 3 ? all : [...all.slice(0, 2), all.at(-1) ?? 0];
}

/** Front matter, title and what stands above the first section that has a name. */
function headerOf({ text, sections }: Reading): Place {
  const first = sections.findIndex(({ kind, names }) => kind === 'heading' && names.length > 0);
  const end = first < 0 ? HEADER : Math.max(sections[first + 1]?.from ?? text.length, 4_000);
  return { from: 0, to: nextLine(text, Math.min(end, HEADER, text.length) - 1) };
}

function partsOf(text: string, { from, to }: Section, focus: readonly Place[]): readonly Place[] {
  if (to - from <= LONG_SECTION) return [{ from, to }];
  const around = focus.length > 0 ? focus : [{ from: to, to }];
  return [
    { from, to: Math.min(to, nextLine(text, from + HEAD)) },
    ...around.map((place) => ({
      from: lineStart(text, Math.max(from, place.from - AROUND)),
      to: Math.min(to, nextLine(text, Math.min(to, Math.min(place.to, place.from + AROUND) + AROUND))),
    })),
  ];
}

function headingLine(text: string, section: Section | undefined): Place {
  if (section === undefined || section.kind !== 'heading') return { from: 0, to: 0 };
  return { from: section.from, to: Math.min(section.to, nextLine(text, section.headingPlace.to)) };
}

function merged(parts: readonly Place[]): readonly Place[] {
  const kept: { from: number; to: number }[] = [];
  for (const { from, to } of parts.filter((part) => part.to > part.from).toSorted((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else kept.push({ from, to });
  }
  return kept;
}

type Focuses = { readonly [K in Change['kind']]: (whole: Reading, change: Extract<Change, { kind: K }>) => Focus };

const listed =
  (names: readonly SectionName[], itemsOf: (postmortem: Postmortem) => unknown) =>
  ({ postmortem }: Reading): Focus => ({ places: lastPlaces(itemsOf(postmortem)), names });

const ofEvent = (whole: Reading, { event }: { readonly event: Parameters<typeof eventIndex>[1] }): Focus => {
  const index = eventIndex(whole, event);
  return typeof index === 'number' ? aroundEvent(whole.postmortem, index) : { places: [], names: [] };
};

const ofAction = (whole: Reading, { action }: { readonly action: Parameters<typeof actionIndex>[1] }): Focus => {
  const index = actionIndex(whole, action);
  return {
    places:
      typeof index === 'number' ? placesIn(whole.postmortem.actionItems.slice(Math.max(0, index - 1), index + 2)) : [],
    names: [],
  };
};

const FOCUS: Focuses = {
  setField: ({ postmortem }, { field }) => {
    const { path, homes, section } = fieldSpecs[field];
    const places = fieldsAt(postmortem, path).flatMap((each) => each.places.slice(0, 1));
    const names = section === undefined ? homes : [section, ...homes];
    return { places, names, headings: section !== undefined && places.length === 0 };
  },
  addEvent: ({ postmortem }, { event }) => {
    const index = indexFor(postmortem.timeline, event.at === undefined ? null : givenTime(event.at));
    const around = aroundEvent(postmortem, Math.max(0, index - 1));
    const isNew = postmortem.timeline.length === 0;
    return { ...around, names: isNew ? ['timeline'] : [], headings: isNew };
  },
  changeEvent: ofEvent,
  removeEvent: ofEvent,
  moveEvent: (whole, change) => {
    const [one, other] = [ofEvent(whole, change), aroundEvent(whole.postmortem, change.to)];
    return { places: [...one.places, ...other.places], names: [] };
  },
  addAction: ({ postmortem, sections }) => {
    const items = postmortem.actionItems.filter(({ list }) => list === 'actionItems').slice(-2);
    const isNew = !sections.some(({ names }) => names.includes('actionItems'));
    return { places: placesIn(items), names: items.length > 0 ? [] : ['actionItems'], headings: isNew };
  },
  changeAction: ofAction,
  tickAction: ofAction,
  untickAction: ofAction,
  removeAction: ofAction,
  addWhy: listed(['fiveWhys', 'rootCause'], ({ causes }) => causes.whys),
  addFactor: listed(['contributingFactors'], ({ causes }) => causes.factors),
  addLesson: ({ postmortem }, { lesson }) =>
    listed(
      [
        lesson === 'couldImprove'
          ? 'wentWrong'
          : lesson === 'learned' || lesson === 'doDifferently'
            ? 'lessons'
            : lesson,
      ],
      ({ lessons }) => lessons[lesson],
    )({ postmortem } as Reading),
  addApproval: listed(['signOff'], ({ signOff }) => signOff.approvals),
  pinInstant: () => ({ places: [], names: [] }),
  addSection: (_whole, change) => ({ places: [], names: 'section' in change ? [change.section] : [], headings: true }),
};

function focusOf(whole: Reading, change: Change): Focus {
  const focus = FOCUS[change.kind] as (reading: Reading, change: Change) => Focus;
  const found = focus(whole, change);
  const isMissing =
    found.places.length === 0 && !found.names.some((name) => whole.sections.some(({ names }) => names.includes(name)));
  return isMissing && change.kind !== 'pinInstant' && change.kind !== 'setField' ? { ...found, headings: true } : found;
}

/** An event with its neighbours, and the place that their day was taken from. */
function aroundEvent({ timeline }: Postmortem, index: number): Focus {
  const events = [...timeline.slice(Math.max(0, index - 2), index + 3), ...timeline.slice(-1)];
  return { places: [...placesIn(events), ...events.flatMap(({ at }) => at.places.slice(1))], names: [] };
}

function placesIn(items: readonly { readonly place: Place }[]): readonly Place[] {
  return items.map(({ place }) => ({ from: place.from, to: Math.min(place.to, place.from + AROUND) }));
}

/** Where the last two entries of a list stand. */
function lastPlaces(items: unknown): readonly Place[] {
  const entries = Array.isArray(items) ? (items as readonly unknown[]).slice(-2) : [];
  return entries.flatMap((entry) =>
    Object.values(entry as object).flatMap((field: unknown) =>
      typeof field === 'object' && field !== null && 'places' in field
        ? (field.places as readonly Place[]).slice(0, 1)
        : [],
    ),
  );
}

/** Whether a page of parts is read as the whole document is, as far as it goes. */
export function readsAlike(page: Page): boolean {
  const { whole, examined } = page;
  const own = examined.reading;
  if (own.postmortem.language !== whole.postmortem.language) return false;
  const headings = whole.sections.flatMap(({ kind, headingPlace, level, names }) =>
    kind === 'heading' && page.toPage(headingPlace) !== null ? [`${level} ${names.join()}`] : [],
  );
  const ownHeadings = own.sections.flatMap(({ kind, level, names }) =>
    kind === 'heading' ? [`${level} ${names.join()}`] : [],
  );
  if (headings.join('\n') !== ownHeadings.join('\n')) return false;
  return (
    sameItems(page, whole.postmortem.timeline, own.postmortem.timeline) &&
    sameItems(page, whole.postmortem.actionItems, own.postmortem.actionItems)
  );
}

type Placed = { readonly place: Place } & Readonly<Record<string, unknown>>;

function sameItems(page: Page, whole: readonly object[], own: readonly object[]): boolean {
  const kept = (whole as readonly Placed[]).filter(({ place }) => page.toPage(place) !== null);
  return kept.length === own.length && kept.every((item, index) => saidBy(item) === saidBy(own[index] as Placed));
}

/** What an item says; a day that it takes from elsewhere is left out, since the events around it take the same one. */
function saidBy(item: Placed): string {
  return JSON.stringify(item, (key, value: unknown) => {
    if (NOT_SAID.has(key)) return undefined;
    if (typeof value !== 'object' || value === null || !borrows(value) || !('value' in value)) return value;
    return typeof value.value === 'object' ? { ...value, value: { ...value.value, day: null } } : value;
  });
}

const NOT_SAID: ReadonlySet<string> = new Set(['place', 'places', 'written', 'phase']);

function borrows(field: object): boolean {
  return 'places' in field && Array.isArray(field.places) && field.places.length > 1;
}
