import { Problem } from '../problem.ts';
import { tokensOf } from './tokens.ts';

/** Words that have to follow each other. One word is a phrase of one. */
export interface Phrase {
  readonly tokens: readonly string[];
  /** Whether the last word may go on. */
  readonly isPrefix: boolean;
}

/** What is asked for: all of these, and none of those. */
export interface SearchQuery {
  readonly all: readonly Phrase[];
  readonly none: readonly Phrase[];
}

const LONGEST_QUERY = 2_000;
const MOST_PHRASES = 40;
const MOST_TOKENS = 120;

/**
 * Reads what a person typed into the search box: `words`, `"phrases"`, `prefix*` and `-not`. Everything else is letters
 * and spaces; there is no way to write it wrong.
 *
 * @throws Problem `invalid-request` where it is longer than anybody types
 * @example parseQuery('feed "stood still" kit* -drill').none // [{ tokens: ['drill'], isPrefix: false }]
 */
export function parseQuery(text: string): SearchQuery {
  if (text.length > LONGEST_QUERY)
    throw new Problem('invalid-request', `A search takes up to ${LONGEST_QUERY} characters. Leave some words out.`);
  const all: Phrase[] = [];
  const none: Phrase[] = [];
  for (const { written, isNot } of partsOf(text)) {
    const tokens = tokensOf(written);
    const only = tokens.length === 1 ? tokens[0] : undefined;
    if (tokens.length === 0) continue;
    (isNot ? none : all).push({
      tokens: withoutTail(tokens),
      isPrefix: written.endsWith('*') || (only !== undefined && isOneUnspaced(only)),
    });
  }
  const phrases = [...all, ...none];
  if (phrases.length > MOST_PHRASES || phrases.flatMap(({ tokens }) => tokens).length > MOST_TOKENS)
    throw new Problem('invalid-request', `A search takes up to ${MOST_PHRASES} words. Leave some out.`);
  return { all, none };
}

interface Part {
  readonly written: string;
  readonly isNot: boolean;
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const isNot = text[at] === '-' && at + 1 < text.length;
    const start = isNot ? at + 1 : at;
    const isQuoted = text[start] === '"';
    const from = isQuoted ? start + 1 : start;
    const found = isQuoted ? text.indexOf('"', from) : text.slice(from).search(/[\s"]/) + from;
    const end = found < from ? text.length : found;
    // A quotation mark in the middle of a word ends the word and begins a phrase.
    parts.push({ written: text.slice(from, end), isNot });
    at = isQuoted ? end + 1 : Math.max(end, at + 1);
    if (isQuoted && text[at] === '*') {
      parts[parts.length - 1] = { written: `${text.slice(from, end)}*`, isNot };
      at += 1;
    }
  }
  return parts;
}

const UNSPACED_LETTER = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]$/u;

/** One letter of a script without spaces stands at the front of each pair that it is indexed in. */
function isOneUnspaced(token: string): boolean {
  return UNSPACED_LETTER.test(token);
}

/** The letter that stands alone behind the pairs is for searches of one letter; words may go on behind it. */
function withoutTail(tokens: readonly string[]): readonly string[] {
  const last = tokens.at(-1) ?? '';
  return tokens.length > 1 && isOneUnspaced(last) && (tokens.at(-2) ?? '').endsWith(last)
    ? tokens.slice(0, -1)
    : tokens;
}
