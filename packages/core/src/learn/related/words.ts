import { functionWords } from './function-words.ts';

/** Scripts that put no space between words. */
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const NOT_ASCII = /[\u0080-\uffff]/;
const ASCII_WORDS = /[A-Za-z0-9_]+/g;
const WORDS = /[\p{L}\p{M}\p{N}_]+/gu;
const ACCENTS = /[\u0300-\u036f]/g;
const HIRAGANA = /^[\u3040-\u309f]{1,3}$/;

/** Longer runs of letters are tokens and hashes, not words. */
const LONGEST = 60;
/** Numbers, and numbers with a unit. */
const NUMBER = /^[\d_]+[a-z_]{0,3}$/;
/** Priorities and severities are facts of the form. */
const LEVEL = /^(?:p|sev|s)\d$/;
const HASH = /^(?=[a-f]*\d)[0-9a-f]{8,60}$/;
/** The few numbers that say what went wrong. */
const ANSWERS: ReadonlySet<string> = new Set(['401', '403', '404', '429', '500', '502', '503', '504', '4xx', '5xx']);

/** Other words of two Latin letters are mostly somebody's initials. */
const SHORT: ReadonlySet<string> = new Set('cd ci cp db dc go id io ip js lb ml ns os pr qa ui vm wa'.split(' '));
const TWO_LETTERS = /^[a-z]{2}$/;

/**
 * Meets every word of a text that says something, with its folded form, by which words are compared. Case, accents and
 * a plural s do not matter; numbers, hashes, initials and words that only hold sentences together are passed over.
 * Words of scripts without spaces are found by `Intl.Segmenter`.
 *
 * The plural s goes by the last rule of Harman’s S-stemmer (“How effective is suffixing?”, JASIS 42, 1991), which holds
 * in Spanish, Portuguese and French too; nothing else of an ending is taken away.
 *
 * @example eachWord('The pods restarted', (word) => console.log(word)) // 'pod', 'restarted'
 */
export function eachWord(text: string, meet: (word: string, written: string) => void): void {
  if (UNSPACED.test(text)) {
    for (const { segment, isWordLike } of segmenter().segment(text)) {
      if (isWordLike === true) meetOne(segment);
    }
    return;
  }
  for (const written of text.match(NOT_ASCII.test(text) ? WORDS : ASCII_WORDS) ?? []) meetOne(written);

  function meetOne(written: string): void {
    const word = foldedWord(written);
    if (word !== '') meet(word, written);
  }
}

/** The different words of a text, each once. */
export function wordsIn(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  eachWord(text, (word) => words.add(word));
  return words;
}

/** The words that two texts share. */
export function wordsInBoth(some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...some].filter((word) => others.has(word));
}

let kept: Intl.Segmenter | undefined;

/** Made when it is first needed, since making it takes longer than most documents do. */
function segmenter(): Intl.Segmenter {
  return (kept ??= new Intl.Segmenter('en', { granularity: 'word' }));
}

/** What was folded before: the same words come again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 60_000;

function foldedWord(written: string): string {
  if (written.length > LONGEST) return '';
  const before = known.get(written);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const word = fold(written);
  known.set(written, word);
  return word;
}

function fold(written: string): string {
  const plain = NOT_ASCII.test(written) ? written.normalize('NFKD').replace(ACCENTS, '').normalize('NFC') : written;
  const lower = plain.toLowerCase().replaceAll(/^_+|_+$/g, '');
  if (ANSWERS.has(lower)) return lower;
  if (TWO_LETTERS.test(lower)) return SHORT.has(lower) ? lower : '';
  if (
    lower.length < 2 ||
    functionWords.has(lower) ||
    NUMBER.test(lower) ||
    LEVEL.test(lower) ||
    HASH.test(lower) ||
    HIRAGANA.test(lower)
  )
    return '';
  return withoutPlural(lower);
}

function withoutPlural(word: string): string {
  return word.length > 4 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}
