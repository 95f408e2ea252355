import type { Language } from './language.ts';

/** The names that words were found to have, by language and words. */
export type Remembered<T> = ReadonlyMap<string, Map<string, readonly T[]>>;

const MOST = 20_000;

export function remember<T>(languages: readonly Language[]): Remembered<T> {
  return new Map(['en', ...languages.map(({ code }) => code)].map((code) => [code, new Map()]));
}

/** The names of some words in a language, looked up once. */
export function remembered<T>(
  cache: Remembered<T>,
  language: string,
  words: string,
  lookUp: () => readonly T[],
): readonly T[] {
  const known = cache.get(language);
  const names = known?.get(words);
  if (names !== undefined) return names;
  const found = lookUp();
  if (known !== undefined && known.size >= MOST) known.clear();
  known?.set(copied(words), found);
  return found;
}

/** Words cut from a document keep all of its text in memory. */
function copied(words: string): string {
  return words.split('').join('');
}
