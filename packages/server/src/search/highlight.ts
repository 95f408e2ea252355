import { foldInPlace } from './fold.ts';
import type { Phrase, SearchQuery } from './parse-query.ts';

/** A part of a text with the places in it that were searched for, as offsets. It is text, never HTML. */
export interface Highlighted {
  readonly text: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const MOST_RANGES = 40;
const WINDOW = 240;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const SPACED = /^[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u;

/**
 * Where the words of a query stand in a text.
 *
 * @example highlight('Kite feed', { all: [{ tokens: ['feed'], isPrefix: false }], none: [] }).ranges // [[5, 9]]
 */
export function highlight(text: string, query: SearchQuery): Highlighted {
  const shown = text.normalize('NFC').toWellFormed();
  return { text: shown, ranges: rangesIn(shown, query) };
}

/** The part of a Markdown text around the first word that was searched for, on one line; its beginning without one. */
export function snippetOf(text: string, query: SearchQuery): Highlighted {
  const normal = text.normalize('NFC').toWellFormed();
  const first = firstIn(normal, query);
  const from = Math.max(0, first - WINDOW / 3);
  const start = from === 0 ? 0 : normal.indexOf(' ', from) + 1;
  const cutFrom = start === 0 || start > first ? from : start;
  const window = normal.slice(cutFrom, cutFrom + WINDOW * 2).toWellFormed();
  const line = window
    .replaceAll(/\n[\s>]+|<!--|-->|[#*|`\s\p{Cc}]+|-{3,}/gu, ' ')
    .trim()
    .slice(0, WINDOW)
    .toWellFormed();
  return { text: line, ranges: rangesIn(line, query) };
}

function firstIn(text: string, { all }: SearchQuery): number {
  const folded = foldInPlace(text);
  const found = all.flatMap(({ tokens: [token = ''], isPrefix }) => {
    const place = nextPlace(folded, token, { from: 0, isPrefix: isPrefix });
    return place === null ? [] : [place[0]];
  });
  return found.length === 0 ? 0 : Math.min(...found);
}

function rangesIn(text: string, { all }: SearchQuery): Highlighted['ranges'] {
  const folded = foldInPlace(text);
  const found = all.flatMap((phrase) => placesOf(folded, phrase)).toSorted(([a], [b]) => a - b);
  const ranges: [number, number][] = [];
  for (const [from, to] of found) {
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges.slice(0, MOST_RANGES);
}

function placesOf(folded: string, { tokens, isPrefix }: Phrase): readonly (readonly [number, number])[] {
  return [...new Set(tokens)].flatMap((token) => {
    const places: (readonly [number, number])[] = [];
    const mayGoOn = isPrefix && token === tokens.at(-1);
    for (let at = 0; places.length < MOST_RANGES;) {
      const place = nextPlace(folded, token, { from: at, isPrefix: mayGoOn });
      if (place === null) break;
      places.push(place);
      at = place[1];
    }
    return places;
  });
}

function nextPlace(
  folded: string,
  token: string,
  { from, isPrefix }: { readonly from: number; readonly isPrefix: boolean },
): readonly [number, number] | null {
  const isSpaced = SPACED.test(token);
  for (let at = folded.indexOf(token, from); at >= 0; at = folded.indexOf(token, at + token.length)) {
    const end = at + token.length;
    const isWord = !isSpaced || (!isLetter(folded[at - 1]) && (isPrefix || !isLetter(folded[end])));
    if (isWord) return [at, end];
  }
  return null;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}
