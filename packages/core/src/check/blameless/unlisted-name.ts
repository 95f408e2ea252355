import { determiners, doubtful, pronouns, roles } from './person-words.ts';
import type { Word } from './words.ts';

const OWN = /^(?:his|her|himself|herself|she|he)$/;
const VERB =
  /^(?:[a-z]{2,}ed|ran|took|put|set|went|sent|did|began|broke|forgot|wrote|gave|chose|left|cut|had|was|has)$/;
const TITLE = /^(?:mr|mrs|ms)$/;
const NAME = /^\p{Ll}{3,}(?:-\p{Ll}{2,})?$/u;

/**
 * Whether a capital word that no list knows is the name of a person by what stands around it: a title before it, or, for
 * the first word of a sentence, “his” or “her” behind its verb where nobody else is meant.
 */
export function isUnlistedName(words: readonly Word[], at: number): boolean {
  const { text, parted } = words[at] as Word;
  if (!NAME.test(text)) return false;
  const before = words[at - 1];
  if (before !== undefined && !parted && before.isCapital && TITLE.test(before.text)) return true;
  const verb = words[at + 1];
  if (at > 0 || verb === undefined || verb.isCapital || !VERB.test(verb.text) || isOrdinary(text)) return false;
  const own = words.findIndex((word) => OWN.test(word.text));
  return own > 1 && words.slice(1, own).every((word) => !word.isCapital && !roles.has(word.text) && !isRole(word.text));
}

function isOrdinary(text: string): boolean {
  return pronouns.has(text) || determiners.has(text) || roles.has(text) || isRole(text) || DEPARTMENTS.has(text);
}

function isRole(text: string): boolean {
  return Object.hasOwn(doubtful, text.endsWith('s') ? text.slice(0, -1) : text);
}

const DEPARTMENTS: ReadonlySet<string> = new Set(
  'security compliance accounting reception nothing everything something monitoring production staging yesterday today there'.split(
    ' ',
  ),
);
