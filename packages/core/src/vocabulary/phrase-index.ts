/** Finds which of many phrases stand in a row of words, looking each word up once. */
export interface PhraseIndex<T> {
  readonly byFirstWord: ReadonlyMap<string, readonly Entry<T>[]>;
  /** Phrases of scripts that put no space between words, by their first character; looked for as they stand. */
  readonly unspaced: ReadonlyMap<string, readonly Entry<T>[]>;
}

interface Entry<T> {
  readonly phrase: string;
  readonly words: readonly string[];
  readonly value: T;
}

export interface Found<T> {
  readonly phrase: string;
  readonly value: T;
  /** Index of the first word, or of the first character in an unspaced script. */
  readonly at: number;
  readonly words: number;
}

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** Whether a text is written in a script that puts no space between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

export function indexPhrases<T>(pairs: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const byFirstWord = new Map<string, Entry<T>[]>();
  const unspaced = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of pairs) {
    const entry = { phrase, words: phrase.split(' '), value };
    const [buckets, key] = isUnspaced(phrase) ? [unspaced, phrase[0] ?? ''] : [byFirstWord, entry.words[0] ?? ''];
    if (buckets === unspaced && phrase.length < 2) continue;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [entry]);
    else bucket.push(entry);
  }
  for (const bucket of byFirstWord.values()) bucket.sort((a, b) => b.words.length - a.words.length);
  for (const bucket of unspaced.values()) bucket.sort((a, b) => b.phrase.length - a.phrase.length);
  return { byFirstWord, unspaced };
}

/** Every phrase that stands in the folded text, longest first at each place, without overlap. */
export function findPhrases<T>(index: PhraseIndex<T>, folded: string): readonly Found<T>[] {
  const found: Found<T>[] = [];
  const words = folded.split(' ');
  for (let at = 0; at < words.length;) {
    const candidates = index.byFirstWord.get(words[at] ?? '');
    const entry = candidates === undefined ? undefined : longestAt(candidates, words, at);
    if (entry !== undefined) found.push({ phrase: entry.phrase, value: entry.value, at, words: entry.words.length });
    at += entry?.words.length ?? 1;
  }
  return isUnspaced(folded) ? [...found, ...findUnspaced(index, folded)] : found;
}

function longestAt<T>(candidates: readonly Entry<T>[], words: readonly string[], at: number): Entry<T> | undefined {
  for (const candidate of candidates) {
    let offset = 1;
    while (offset < candidate.words.length && candidate.words[offset] === words[at + offset]) offset += 1;
    if (offset === candidate.words.length) return candidate;
  }
  return undefined;
}

function findUnspaced<T>({ unspaced }: PhraseIndex<T>, folded: string): readonly Found<T>[] {
  const found: Found<T>[] = [];
  for (let at = 0; at < folded.length;) {
    const entry = unspaced.get(folded[at] ?? '')?.find(({ phrase }) => folded.startsWith(phrase, at));
    if (entry !== undefined) found.push({ phrase: entry.phrase, value: entry.value, at, words: entry.phrase.length });
    at += entry?.phrase.length ?? 1;
  }
  return found;
}
