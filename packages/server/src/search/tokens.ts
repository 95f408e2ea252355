import { fold } from './fold.ts';

/** Nobody searches for more of a word, and no index takes much more. */
const LONGEST_TOKEN = 60;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+/gu;
const IS_UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u;
const ASCII_WORD = /^[a-z0-9]+$/;

/**
 * The words of a text as they are indexed: folded, and for scripts without spaces each pair of neighbours.
 *
 * @example tokensOf('Café-API 障害対応') // ['cafe', 'api', '障害', '害対', '対応', '応']
 */
export function tokensOf(text: string): readonly string[] {
  return (fold(text).match(WORD) ?? []).flatMap((word) => (ASCII_WORD.test(word) ? cut(word) : partsOf(word)));
}

function partsOf(word: string): readonly string[] {
  return (word.match(UNSPACED) ?? []).flatMap((part) => (IS_UNSPACED.test(part) ? pairsOf(part) : cut(part)));
}

/** The last letter stands alone too, so that one letter finds all. */
function pairsOf(part: string): readonly string[] {
  const letters = Array.from(part);
  return letters.map((letter, index) => letter + (letters[index + 1] ?? ''));
}

function cut(word: string): string {
  return word.length <= LONGEST_TOKEN ? word : word.slice(0, LONGEST_TOKEN).toWellFormed().replaceAll('\ufffd', '');
}
