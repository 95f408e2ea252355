import { knownOf, type Place, type Reading, valueOf } from '../../model/index.ts';
import { alertNamesOf } from './alert-names.ts';
import { foldedName } from './folded-name.ts';
import { canNameIncident, type Mention, mentionKey, mentionsIn } from './mentions.ts';
import { contentOf, partsOf } from './parts.ts';
import { type NamedService, serviceNamesOf } from './service-names.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Started, startedOf } from './started.ts';
import type { PartName } from './weights.ts';
import { eachWord } from './words.ts';

/** The words of one part of a document: how many in all, and each with its count. */
interface PartWords {
  readonly part: PartName;
  readonly length: number;
  readonly words: readonly string[];
  readonly counts: readonly number[];
}

export interface ProfileAction {
  readonly text: string;
  readonly state: 'open' | 'done' | 'unknown';
  readonly place: Place;
}

/** What there is to know of a document to tell what is like it: plain data that can be stored and sent. */
export interface RelatedProfile {
  readonly file: string;
  readonly title: string | null;
  readonly incidentId: string | null;
  readonly date: string | null;
  /** Two letters, ISO 639-1. */
  readonly language: string;
  readonly started: Started | null;
  readonly standing: Standing;
  /** The same for the same text, whatever its white space. */
  readonly print: string;
  readonly parts: readonly PartWords[];
  /** Words as they were written, where that differs from the form in which they are compared. */
  readonly spelled: Readonly<Record<string, string>>;
  readonly services: readonly string[];
  readonly alerts: readonly string[];
  readonly factors: readonly { readonly text: string; readonly place: Place }[];
  readonly actions: readonly ProfileAction[];
  readonly mentions: readonly Mention[];
  /** What its section of related incidents says, folded. */
  readonly related: string;
}

export interface ProfileOptions {
  /** The name to show, and to be found by where another text names this file. */
  readonly file: string;
  /** The services that the team has named in its settings. */
  readonly services?: readonly NamedService[];
  /** Keeps only what can be compared with this one, which takes a tenth of the memory. */
  readonly about?: RelatedProfile;
}

/**
 * What of a reading it takes to compare it with others.
 *
 * @param reading from `read`
 * @returns plain data; its counts are of folded words, its places in the text that was read
 * @example profileOf(read('# INC-7: Checkout down\n'), { file: 'inc-7.md' }).incidentId // 'INC-7'
 */
export function profileOf(reading: Reading, { file, services: own = [], about }: ProfileOptions): RelatedProfile {
  const { postmortem } = reading;
  const { causes, actionItems } = postmortem;
  const spelled: Record<string, string> = Object.create(null) as Record<string, string>;
  const { parts, different } = wordsByPart(reading, about === undefined ? null : wordsOf(about), spelled);
  const services = serviceNamesOf(postmortem, own);
  const alerts = alertNamesOf(reading);
  const factors = causes.factors
    .slice(0, MOST_FACTORS)
    .flatMap(({ text }) =>
      text.state !== 'known' || text.places[0] === undefined
        ? []
        : [{ text: text.value.slice(0, LONGEST_ITEM), place: text.places[0] }],
    );
  return {
    file,
    title: valueOf(postmortem.title),
    incidentId: valueOf(postmortem.incidentId),
    date: valueOf(postmortem.date),
    language: postmortem.language,
    started: startedOf(postmortem),
    standing: standingOf(postmortem, { words: different, names: services.length + alerts.length + factors.length > 0 }),
    print: printOf(reading.text),
    parts,
    spelled: about === undefined ? { ...spelled } : {},
    services,
    alerts,
    factors,
    actions: actionItems.slice(0, MOST_ACTIONS).flatMap(({ text, done, place }) => {
      const words = valueOf(text);
      return words === null ? [] : [{ text: words.slice(0, LONGEST_ITEM), state: stateOf(valueOf(done)), place }];
    }),
    mentions: mentionsOf(reading, about),
    related: foldedName(
      knownOf(postmortem.related)
        .map(({ value }) => value.slice(0, LONGEST_ITEM))
        .join(' | '),
    ),
  };
}

const MOST_FACTORS = 30;
const MOST_ACTIONS = 100;
const LONGEST_ITEM = 1_000;

function stateOf(done: boolean | null): ProfileAction['state'] {
  return done === null ? 'unknown' : done ? 'done' : 'open';
}

/** A folded word as the document first wrote it. */
export function spellingOf({ spelled }: Pick<RelatedProfile, 'spelled'>, word: string): string {
  return (Object.hasOwn(spelled, word) ? spelled[word] : undefined) ?? word;
}

/** All words of a profile. */
function wordsOf({ parts }: RelatedProfile): ReadonlySet<string> {
  return new Set(parts.flatMap(({ words }) => words));
}

function wordsByPart(
  reading: Reading,
  only: ReadonlySet<string> | null,
  spelled: Record<string, string>,
): { readonly parts: readonly PartWords[]; readonly different: number } {
  const people = namesOfPeople(reading);
  const found = new Map<PartName, { length: number; readonly counts: Map<string, number> }>();
  const different = new Set<string>();
  const title = contentOf(valueOf(reading.postmortem.title) ?? '');
  for (const [part, text] of [['title', title] as const, ...partsOf(reading)]) {
    const words = found.get(part) ?? { length: 0, counts: new Map<string, number>() };
    found.set(part, words);
    eachWord(text, (word, written) => {
      if (people.has(word)) return;
      words.length += 1;
      if (different.size < ENOUGH_TO_TELL) different.add(word);
      if (only !== null && !only.has(word)) return;
      words.counts.set(word, (words.counts.get(word) ?? 0) + 1);
      if (only === null && written !== word) spelled[word] ??= written.toLowerCase();
    });
  }
  const parts = [...found].map(([part, { length, counts }]) => ({
    part,
    length,
    words: [...counts.keys()],
    counts: [...counts.values()],
  }));
  return { parts, different: different.size };
}

const ENOUGH_TO_TELL = 50;

/** The same people in two incidents make them no more alike. A name that the title or a service has is no person's here. */
function namesOfPeople({ postmortem }: Reading): ReadonlySet<string> {
  const { people, timeline, title, impact } = postmortem;
  const { commander, technicalLead, reporter, authors, responders } = people;
  const actors = timeline.slice(0, 500).map(({ actor }) => actor);
  const names = new Set<string>();
  for (const { value } of knownOf([commander, technicalLead, reporter, ...authors, ...responders, ...actors])) {
    if (value.length <= LONGEST_NAME) eachWord(value, (word) => names.add(word));
  }
  const spared = knownOf([title, ...impact.services.map(({ name }) => name), ...impact.features]);
  for (const { value } of spared) eachWord(value.slice(0, LONGEST_ITEM), (word) => names.delete(word));
  return names;
}

const LONGEST_NAME = 60;

function mentionsOf({ text }: Reading, about: RelatedProfile | undefined): readonly Mention[] {
  if (about === undefined) return mentionsIn(text);
  const names = namesOf(about);
  const lower = names.length === 0 ? '' : text.toLowerCase();
  if (names.every((name) => !lower.includes(name))) return [];
  return mentionsIn(text).filter(({ name }) => names.includes(name));
}

/** The names under which another text may speak of a document. */
export function namesOf({ incidentId, file }: RelatedProfile): readonly string[] {
  const base = file.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const names = [incidentId ?? '', base].filter((name) => canNameIncident(name)).map(mentionKey);
  return [...new Set(names)];
}

/** FNV-1a over everything but white space (Fowler, Noll, Vo; offset and prime of 32 bits), with the length. */
function printOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0 || code === 0xfeff) continue;
    hash = Math.imul(hash ^ code, 0x01_00_01_93);
    length += 1;
  }
  return `${length}:${(hash >>> 0).toString(36)}`;
}
