import { sql, type Transaction } from 'kysely';
import type { SearchWords } from '../../search/search-words.ts';
import { kindOf } from '../kind-of.ts';
import type { Tables } from '../tables.ts';

export interface IndexedDocument {
  readonly postmortem: string;
  readonly at: string;
  readonly words: SearchWords;
}

/** Puts the words of a document in the place of those it was found by before. */
export async function indexDocument(transaction: Transaction<Tables>, document: IndexedDocument): Promise<void> {
  await (kindOf(transaction) === 'sqlite' ? indexInSqlite : indexInPostgres)(transaction, document);
}

async function indexInSqlite(
  transaction: Transaction<Tables>,
  { postmortem, at, words: { title, names, body } }: IndexedDocument,
): Promise<void> {
  const { number } = await transaction
    .insertInto('searchRows')
    .values({ postmortem, at })
    .onConflict((conflict) => conflict.column('postmortem').doUpdateSet({ at }))
    .returning('number')
    .executeTakeFirstOrThrow();
  await sql`delete from "searchIndex" where rowid = ${number}`.execute(transaction);
  await sql`insert into "searchIndex" (rowid, "title", "names", "body")
    values (${number}, ${title.join(' ')}, ${names.join(' ')}, ${body.join(' ')})`.execute(transaction);
}

async function indexInPostgres(
  transaction: Transaction<Tables>,
  { postmortem, at, words }: IndexedDocument,
): Promise<void> {
  const tokens = tokenVector(words);
  await sql`insert into "searchRows" ("postmortem", "at", "tokens")
    values (${postmortem}, ${at}, cast(${tokens} as tsvector))
    on conflict ("postmortem") do update set "at" = excluded."at", "tokens" = excluded."tokens"`.execute(transaction);
}

/** PostgreSQL counts no further, and keeps no more places of one word. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 250;

/** Words hold letters and digits alone, so nothing in them could end the quotation. */
function tokenVector({ title, names, body }: SearchWords): string {
  const places = new Map<string, string[]>();
  let position = 0;
  for (const [weight, words] of [
    ['A', title],
    ['B', names],
    ['D', body],
  ] as const) {
    for (const word of words) {
      position += 1;
      const known = places.get(word) ?? [];
      if (known.length < MOST_POSITIONS) known.push(`${Math.min(position, LAST_POSITION)}${weight}`);
      places.set(word, known);
    }
    // A phrase does not reach from one part into the next.
    position += 10;
  }
  return Array.from(places, ([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
