import type { Phrase, SearchQuery } from '../../search/parse-query.ts';

/**
 * A query in the grammar of SQLite's full-text index; null where it asks for nothing that has to be there. Words hold
 * letters and digits alone.
 *
 * @example sqliteMatch({ all: [{ tokens: ['kite', 'feed'], isPrefix: true }], none: [] }) // '("kite feed" *)'
 */
export function sqliteMatch({ all, none }: SearchQuery): string | null {
  if (all.length === 0) return null;
  const wanted = all.map(sqlitePhrase).join(' AND ');
  return none.length === 0 ? `(${wanted})` : `(${wanted}) NOT (${sqliteAny(none)})`;
}

/** @example sqliteAny([{ tokens: ['drill'], isPrefix: false }]) // '"drill"' */
export function sqliteAny(phrases: readonly Phrase[]): string {
  return phrases.map(sqlitePhrase).join(' OR ');
}

function sqlitePhrase({ tokens, isPrefix }: Phrase): string {
  return `"${tokens.join(' ')}"${isPrefix ? ' *' : ''}`;
}

/**
 * A query in the grammar of PostgreSQL's.
 *
 * @example postgresMatch({ all: [{ tokens: ['kite', 'feed'], isPrefix: true }], none: [] }) // "('kite' <-> 'feed':*)"
 */
export function postgresMatch({ all, none }: SearchQuery): string {
  return [...all.map(postgresPhrase), ...none.map((phrase) => `!${postgresPhrase(phrase)}`)].join(' & ');
}

function postgresPhrase({ tokens, isPrefix }: Phrase): string {
  const words = tokens.map((token, index) => `'${token}'${isPrefix && index === tokens.length - 1 ? ':*' : ''}`);
  return `(${words.join(' <-> ')})`;
}
