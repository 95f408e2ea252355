import fs from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, PostgresDialect, sql, SqliteDialect } from 'kysely';
import pg from 'pg';
import { postgresFault } from '../postgres/postgres-fault.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { sqliteFault } from '../sqlite/sqlite-fault.ts';
import { StoreFault } from '../store-fault.ts';
import type { Tables } from '../tables.ts';
import { leftOutTables } from './copied-tables.ts';
import { copyTables } from './copy-tables.ts';

/** More pages than a database can have: all of them in one step, which no writer makes begin anew. */
const ALL_PAGES = 0x7fff_fff0;

/**
 * Copies the database of a server that may be running into one file, as it is at one moment. It is an SQLite database
 * whichever kind it was taken from, so it can be restored into either.
 *
 * @param target must not exist
 * @throws StoreFault
 */
export async function backUp(
  source: { readonly file: string } | { readonly url: string },
  target: string,
): Promise<void> {
  const partial = `${target}.partial`;
  fs.rmSync(partial, { force: true });
  try {
    await ('url' in source ? copyOfPostgres(source.url, partial) : copyOfSqlite(source.file, partial));
    finish(partial);
    // A link fails where something came to be at the target meanwhile; a rename would write over it.
    fs.linkSync(partial, target);
  } finally {
    for (const end of ['', '-wal', '-shm']) fs.rmSync(`${partial}${end}`, { force: true });
  }
}

async function copyOfSqlite(file: string, partial: string): Promise<void> {
  if (!fs.existsSync(file)) throw new StoreFault('unavailable', `There is no database at ${file}.`);
  const database = new Database(file, { readonly: true });
  try {
    await database.backup(partial, { progress: () => ALL_PAGES });
  } catch (error) {
    throw sqliteFault(error);
  } finally {
    database.close();
  }
}

async function copyOfPostgres(url: string, partial: string): Promise<void> {
  await (await openSqlite(partial)).close();
  const from = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  });
  const to = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(partial) }) });
  try {
    await from
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (transaction) => {
        await expectSameMigrations(transaction, to);
        await to.transaction().execute((copy) => copyTables(transaction as never, copy as never, 'sqlite'));
      });
  } catch (error) {
    throw postgresFault(sqliteFault(error));
  } finally {
    await from.destroy();
    await to.destroy();
  }
}

async function expectSameMigrations(from: Kysely<Tables>, to: Kysely<Tables>): Promise<void> {
  const [one, other] = await Promise.all(
    [from, to].map(async (database) => {
      const { rows } = await sql<{
        readonly name: string;
      }>`select "name" from "kysely_migration" order by "name"`.execute(database);
      return rows.map(({ name }) => name).join();
    }),
  );
  if (one !== other)
    throw new StoreFault(
      'tooNew',
      'Another version of Debrief wrote this database. Make the backup with that version.',
    );
}

/** Without sessions, in one file that needs nothing beside it, for its owner alone, and on the disk. */
function finish(partial: string): void {
  const database = new Database(partial);
  try {
    for (const table of leftOutTables) database.exec(`delete from "${table}"`);
    database.pragma('journal_mode = delete');
  } finally {
    database.close();
  }
  fs.chmodSync(partial, 0o600);
  const descriptor = fs.openSync(partial, 'r+');
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}
