import { tokensOf } from './tokens.ts';

/** The words that a document is found by, in order, by where they weigh differently. */
export interface SearchWords {
  readonly title: readonly string[];
  /** Of the incident's id and of services. */
  readonly names: readonly string[];
  readonly body: readonly string[];
}

/** Both bounds keep an index row small enough for PostgreSQL, which takes a megabyte of different words. */
const MOST_WORDS = 150_000;
const MOST_LETTERS = 300_000;
const LONGEST_TEXT = 2_000_000;

/**
 * The words of a document. Comments in its text are no part of it; of a very long one, the first words count.
 *
 * @example searchWordsOf({ title: 'Kite feed stood still', names: ['INC-7'], text: '# Kite feed' }).names // ['inc', '7']
 */
export function searchWordsOf({
  title,
  names,
  text,
}: {
  readonly title: string | null;
  readonly names: readonly string[];
  readonly text: string;
}): SearchWords {
  return {
    title: tokensOf(title ?? '').slice(0, 1_000),
    names: names.flatMap(tokensOf).slice(0, 5_000),
    body: bounded(tokensOf(withoutComments(text.slice(0, LONGEST_TEXT)))),
  };
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) return [...parts, text.slice(at)].join(' ');
    parts.push(text.slice(at, start));
    at = end + 3;
  }
  return parts.join(' ');
}

function bounded(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  let letters = 0;
  const end = words.findIndex((word, index) => {
    if (index >= MOST_WORDS) return true;
    if (seen.has(word)) return false;
    seen.add(word);
    letters += Buffer.byteLength(word);
    return letters > MOST_LETTERS;
  });
  return end < 0 ? words : words.slice(0, end);
}
