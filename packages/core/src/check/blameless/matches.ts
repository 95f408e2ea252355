import type { Checked, Hit } from '../rule.ts';
import type { Needle } from './needle.ts';
import { type Names, namesOf } from './people.ts';
import { placeIn, quoted, type Sentence, sentencesOf } from './sentences.ts';
import { type Subject, subjectBefore } from './subject.ts';
import { type Word, wordsOf } from './words.ts';

/** Some words of a sentence that a pattern found. */
export interface Match {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  /** In lower case. */
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  readonly before: string;
  readonly behind: string;
  readonly words: readonly Word[];
  readonly names: Names;
  /** The subject of the words that were found. */
  readonly subject: () => Subject;
}

/** What becomes of a match: part of a hit, with the stretch to point to where that is not the match. */
export type Answer = (Omit<Hit, 'place'> & { readonly from?: number; readonly to?: number }) | null;

const WORDS = new WeakMap<Sentence, readonly Word[]>();

export function wordsIn(sentence: Sentence): readonly Word[] {
  let words = WORDS.get(sentence);
  if (words === undefined) {
    words = wordsOf(sentence.text);
    WORDS.set(sentence, words);
  }
  return words;
}

/**
 * The hits of a pattern over the sentences of a document that hold the needle.
 * Quoted terms are passed over.
 */
export function hitsOf(
  document: Checked,
  search: { readonly where: (sentence: Sentence) => boolean; readonly pattern: RegExp; readonly needle: Needle },
  decide: (match: Match) => Answer,
): readonly Hit[] {
  const { where, pattern, needle } = search;
  const hits: Hit[] = [];
  for (const sentence of sentencesOf(document)) {
    if ((sentence.needles & needle.bit) === 0 || sentence.lower.length > LONGEST) continue;
    if (!needle.pattern.test(sentence.lower) || !where(sentence)) continue;
    let reached = -1;
    for (const found of sentence.lower.matchAll(pattern)) {
      if (found.index < reached || isQuoted(sentence.text, found.index)) continue;
      const match = matchOf(document, sentence, found);
      const answer = decide(match);
      if (answer === null) continue;
      const { from = match.from, to = match.to, ...hit } = answer;
      reached = to;
      hits.push({ ...hit, place: placeIn(sentence, from, to) });
    }
  }
  return hits;
}

/** What runs on for longer than this without a full stop is no sentence. */
const LONGEST = 1_000;

function matchOf(document: Checked, sentence: Sentence, found: RegExpExecArray): Match {
  const [text, ...groups] = found;
  const [from, to] = [found.index, found.index + text.length];
  return {
    sentence,
    from,
    to,
    text,
    groups,
    before: sentence.lower.slice(0, from),
    behind: sentence.lower.slice(to),
    get words() {
      return wordsIn(sentence);
    },
    get names() {
      return namesOf(document);
    },
    subject() {
      const words = wordsIn(sentence);
      const verb = words.findIndex((word) => word.to > from);
      return verb < 0 ? { kind: 'system' } : subjectBefore(words, verb, sentence.lower, namesOf(document));
    },
  };
}

function isQuoted(text: string, at: number): boolean {
  if (!/[“«"]/.test(text)) return false;
  const before = text.slice(0, at);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('«'));
  if (open > Math.max(before.lastIndexOf('”'), before.lastIndexOf('»')) && /[”»]/.test(text.slice(at))) return true;
  return (before.split('"').length - 1) % 2 === 1 && text.slice(at).includes('"');
}

/** “The engineer forgot”: the words from the subject to the end of a match, quoted. */
export function saying({ sentence }: Match, from: number, to: number): string {
  return quoted(sentence.text.slice(from, to));
}
