import { type Kysely, sql } from 'kysely';
import type { Store } from '../store.ts';

/** Lets a table take rows and never change or lose one, whoever asks. */
export async function appendOnly(database: Kysely<unknown>, kind: Store['kind'], table: string): Promise<void> {
  for (const statement of STATEMENTS[kind](table)) await sql.raw(statement).execute(database);
}

const STATEMENTS: Readonly<Record<Store['kind'], (table: string) => readonly string[]>> = {
  sqlite: (table) =>
    ['update', 'delete'].map(
      (verb) =>
        `create trigger "${table} without ${verb}" before ${verb} on "${table}"
           begin select raise(abort, '${table} only grows'); end`,
    ),
  postgres: (table) => [
    `create or replace function "only grows"() returns trigger language plpgsql as
       $$ begin raise exception '% only grows', tg_table_name; end $$`,
    `create trigger "${table} without change" before update or delete or truncate on "${table}"
       for each statement execute function "only grows"()`,
  ],
};
