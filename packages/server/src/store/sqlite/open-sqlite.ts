import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { groupCommit } from '../group-commit.ts';
import { migrate } from '../migrate.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { sqliteFault } from './sqlite-fault.ts';

const BUSY_MILLISECONDS = 5_000;

/**
 * Opens the database file of a workspace, makes it where there is none, and brings it up to date.
 *
 * @throws StoreFault
 */
export async function openSqlite(file: string): Promise<Store> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // The hashes of passwords are in it; what stands beside it while it is open gets the same mode.
  fs.closeSync(fs.openSync(file, 'a', 0o600));
  const writer = new Kysely<Tables>({ dialect: new ImmediateDialect({ database: connect(file) }) });
  try {
    await migrate(writer, 'sqlite');
  } catch (error) {
    await writer.destroy();
    throw sqliteFault(error);
  }
  const reader = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connect(file, { readonly: true }) }) });
  return {
    kind: 'sqlite',
    read: reader,
    write: groupCommit(writer, async () => undefined, sqliteFault),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function connect(file: string, options: Database.Options = {}): Database.Database {
  const database = new Database(file, options);
  database.pragma(`busy_timeout = ${BUSY_MILLISECONDS}`);
  if (options.readonly === true) return database;
  database.pragma('journal_mode = WAL');
  // The library is compiled with NORMAL, with which the last commits can be lost when the power fails.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return database;
}

/** Takes the right to write at the start: a transaction that reads first could not take it any more after another wrote. */
class ImmediateDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor({ database }: { readonly database: Database.Database }) {
    super({ database });
    this.#database = database;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#database });
  }
}

/** SQLite changes tables in transactions; the adapter of the library does not say so. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
