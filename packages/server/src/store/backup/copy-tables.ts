import { type Kysely, sql } from 'kysely';
import type { Store } from '../store.ts';
import { type CopiedTable, copiedTables } from './copied-tables.ts';

type AnyTables = Record<string, Record<string, unknown>>;

/** Few enough for the largest files, and for the parameters that a statement may have. */
const PAGE = 50;

/** Copies all rows from one database into another one that has the tables and no rows. */
export async function copyTables(from: Kysely<AnyTables>, to: Kysely<AnyTables>, kind: Store['kind']): Promise<void> {
  for (const table of copiedTables) {
    for await (const rows of pagesOf(from, table)) {
      const { own } = table;
      await to
        .insertInto(table.name)
        .values(own === undefined ? rows : rows.map((row) => ({ ...row, [own]: null })))
        .execute();
    }
    await fillOwn(from, to, table);
  }
  if (kind === 'postgres')
    await sql`select setval(pg_get_serial_sequence('settings', 'number'), greatest((select max("number") from "settings"), 1))`.execute(
      to,
    );
}

async function fillOwn(from: Kysely<AnyTables>, to: Kysely<AnyTables>, { name, key, own }: CopiedTable): Promise<void> {
  const [id = ''] = key;
  if (own === undefined) return;
  const rows = await from.selectFrom(name).select([id, own]).where(own, 'is not', null).execute();
  for (const row of rows)
    await to
      .updateTable(name)
      .set({ [own]: row[own] })
      .where(id, '=', row[id])
      .execute();
}

async function* pagesOf(
  from: Kysely<AnyTables>,
  { name, key }: CopiedTable,
): AsyncGenerator<readonly Record<string, unknown>[]> {
  let after: readonly unknown[] | null = null;
  for (;;) {
    let query = from.selectFrom(name).selectAll().limit(PAGE);
    for (const column of key) query = query.orderBy(column);
    const last: readonly unknown[] | null = after;
    if (last !== null)
      query = query.where(
        sql<boolean>`(${sql.join(key.map((column) => sql.ref(column)))}) > (${sql.join(last.map((value) => sql.val(value)))})`,
      );
    const rows: readonly Record<string, unknown>[] = await query.execute();
    if (rows.length > 0) yield rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    after = key.map((column) => end[column]);
  }
}
