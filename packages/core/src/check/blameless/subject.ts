import { givenNames } from './given-names.ts';
import { looksLikeTeam, type Names } from './people.ts';
import {
  between,
  controllerWords,
  determiners,
  doubtful,
  joints,
  personal,
  prepositions,
  pronouns,
  roles,
  softwareAlone,
} from './person-words.ts';
import { isUnlistedName } from './unlisted-name.ts';
import type { Word } from './words.ts';

/** Whom or what a clause speaks of, and the words that say so. */
export type Subject =
  | { readonly kind: 'person' | 'name'; readonly from: number; readonly to: number }
  | { readonly kind: 'system' };

const SYSTEM: Subject = { kind: 'system' };

/**
 * The grammatical subject of the verb that is word number `verb`: adverbs before it are passed over, and so is what hangs
 * on a preposition, so that in “the engineer on the night shift should have” it is the engineer.
 *
 * @param lower the sentence in lower case, for what its other words tell
 */
export function subjectBefore(words: readonly Word[], verb: number, lower: string, names: Names): Subject {
  const near = nearSubject(words, verb, lower, names);
  if (near.kind !== 'system') return near;
  const who = relativeBefore(words, verb);
  if (who > 0) return nearSubject(words, who, lower, names);
  const first = firstVerbBefore(words, verb);
  return first < 0 ? near : nearSubject(words, first, lower, names);
}

/** The “who” of “the developer who wrote the migration forgot”; -1 where there is none. */
function relativeBefore(words: readonly Word[], verb: number): number {
  for (let at = verb - 1; at > 0 && verb - at < 8 && words[at + 1]?.parted === false; at -= 1) {
    const { text } = words[at] as Word;
    if (text === 'who') return at;
    if (joints.has(text)) return -1;
  }
  return -1;
}

/** In “the engineer deleted the volume and caused it” the verb behind “and” shares the subject of the first. */
function firstVerbBefore(words: readonly Word[], verb: number): number {
  let joint = verb - 1;
  while (joint > 0 && isBetween(words, joint)) joint -= 1;
  if (words[joint]?.text !== 'and') return -1;
  let found = -1;
  for (let at = joint - 1; at > 0 && verb - at < 14; at -= 1) {
    const { text, parted } = words[at] as Word;
    if (joints.has(text)) break;
    if (PAST.test(text)) found = at;
    if (parted) break;
  }
  return found;
}

const PAST = /^(?:\w{2,}ed|ran|made|took|set|went|sent|did|shut|broke|wrote|gave|put|cut|misread|forgot)$/;

function nearSubject(words: readonly Word[], verb: number, lower: string, names: Names): Subject {
  let last = verb - 1;
  while (last >= 0 && isBetween(words, last)) last -= 1;
  if (words[last]?.text === 'who') last -= 1;
  if (words[verb]?.parted === true && words[last + 1] === words[verb]) return SYSTEM;
  for (let steps = 0; steps < 4 && last >= 0; steps += 1) {
    const first = phraseStart(words, last);
    const before = words[first - 1];
    if (before === undefined || !prepositions.has(before.text) || words[first]?.parted === true || first < 2)
      return subjectIn(words, first, last, lower, names);
    if (/^(?:none|one|some|all|each|any|most)$/.test(words[first - 2]?.text ?? ''))
      return subjectIn(words, first, last, lower, names);
    // What stands before the preposition may be the verb of a clause whose object this is.
    last = first - 2;
  }
  return SYSTEM;
}

function isBetween(words: readonly Word[], index: number): boolean {
  const { text } = words[index] as Word;
  return between.has(text) || (text.length > 4 && text.endsWith('ly') && !givenNames.has(text));
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const CLOCK = /^\d\d$|^\d{1,2}\.\d\d$|^\d{4}-\d\d-\d\dt?|^(?:utc|cet|cest|gmt|bst|est|pst|ist|jst)$/;

/** Where the noun phrase begins that ends with the word `last`. */
function phraseStart(words: readonly Word[], last: number): number {
  let first = last;
  for (; first > 0; first -= 1) {
    const word = words[first] as Word;
    const before = words[first - 1] as Word;
    if (pronouns.has(word.text) || word.parted || determiners.has(word.text) || CLOCK.test(before.text)) return first;
    if (prepositions.has(before.text) || joints.has(before.text) || last - first > 5) return first;
  }
  return first;
}

function subjectIn(words: readonly Word[], first: number, last: number, lower: string, names: Names): Subject {
  const head = words[last] as Word;
  const start = words[first] as Word;
  const found = (kind: 'person' | 'name', at: number): Subject => ({
    kind,
    from: (words[at] as Word).from,
    to: head.to,
  });
  if (pronouns.has(head.text) || (head.text === 'one' && words[last - 1]?.text === 'no')) return found('person', last);
  if (head.text === 'us' && first > 0) return found('person', last);
  if (head.text === 'they') return theyArePeople(words, last) ? found('person', last) : SYSTEM;
  const name = nameAt(words, last, names);
  if (name >= 0) return found('name', name);
  if (roles.has(head.text)) return isPart(words, first, last) ? SYSTEM : found('person', first);
  const known = doubtfulFor(head.text);
  if (known === undefined || controllerWords.test(lower)) return SYSTEM;
  // “Support for IPv6 failed to build” is a feature, and no department.
  if (head.text === 'support' && words[last + 1]?.text === 'for') return SYSTEM;
  const modifier = words[last - 1];
  const isBare = last === first || modifier === undefined;
  if (isBare) return softwareAlone.has(head.text) ? SYSTEM : found('person', first);
  return personal.has(modifier.text) ||
    known.has(modifier.text) ||
    known.has(start.text === modifier.text ? start.text : '')
    ? found('person', first)
    : SYSTEM;
}

function doubtfulFor(text: string): ReadonlySet<string> | undefined {
  const single = Object.hasOwn(doubtful, text) || !text.endsWith('s') ? text : text.slice(0, -1);
  return Object.hasOwn(doubtful, single) ? doubtful[single] : undefined;
}

/** In “the on-call team's script” the head is not the team; in “team” as part of a product's name neither. */
function isPart(words: readonly Word[], first: number, last: number): boolean {
  return last > first && /^(?:multi|cross|microsoft|ms|page|test)$/.test(words[last - 1]?.text ?? '');
}

/** A handle may hold a point; a package, a host and a unit of systemd hold others behind it. */
const HANDLE =
  /^[^/.@]+$|^[a-z][\w-]*\.(?!(?:com|org|net|io|dev|js|ts|py|rb|go|local|service|timer|conf|ya?ml|json|internal|latest|example)$)[a-z][\w-]*$/;

/** The first word of a name that ends with the word `last`; -1 where no person is named there. */
export function nameAt(words: readonly Word[], last: number, { people, teams }: Names): number {
  const { text, isCapital } = words[last] as Word;
  if (text.startsWith('@')) {
    const handle = text.slice(1);
    return teams.has(handle) || looksLikeTeam(text) || !HANDLE.test(handle) ? -1 : last;
  }
  if (!isCapital) return -1;
  if (isUnlistedName(words, last)) return last;
  const before = words[last - 1];
  const isJoined = before !== undefined && words[last]?.parted === false && before.isCapital;
  if (isJoined && (people.has(`${before.text} ${text}`) || (givenNames.has(before.text) && !roles.has(text))))
    return last - 1;
  return (people.has(text) || isGiven(text)) &&
    !(isJoined && !joints.has(before.text) && !CALENDAR.test(before.text) && last > 1)
    ? last
    : -1;
}

/** A given name, or two that are joined: “Jean-Luc”. */
function isGiven(text: string): boolean {
  if (givenNames.has(text)) return true;
  const parts = text.split('-');
  return parts.length === 2 && parts.every((part) => givenNames.has(part));
}

/** What only people do. */
const TALK =
  /^(?:ask(?:ed)?|told|tell|called?|escalated?|known|thought|think|spoken|warn(?:ed)?|inform(?:ed)?|communicated?|planned)$/;
const OF_MEN = /^(?:operator|manager|responder|admin|lead|commander|shift)$/;

/** “They” are people where the nearest noun before that could be meant is one. */
function theyArePeople(words: readonly Word[], at: number): boolean {
  if (at === 0)
    return (
      /^(?:should|could|ought|did|didn't|never)$/.test(words[1]?.text ?? '') &&
      words.slice(2, 5).some(({ text }) => TALK.test(text))
    );
  return words.slice(0, at).some(({ text }) => roles.has(text) || OF_MEN.test(text));
}
