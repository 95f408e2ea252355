import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { faultsNamed } from '../faults-named.ts';
import { groupCommit } from '../group-commit.ts';
import { migrate } from '../migrate.ts';
import type { Migration } from '../migrations/migrations.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { connect } from './connect.ts';
import { keptStatements } from './kept-statements.ts';
import { readApart } from './read-apart.ts';
import { sqliteFault } from './sqlite-fault.ts';

/**
 * Opens the database file of a workspace, makes it where there is none, and brings it up to date.
 *
 * @param steps the migrations to take; all that this program knows, unless a test hands in others
 * @throws StoreFault
 */
export async function openSqlite(file: string, steps?: Readonly<Record<string, Migration>>): Promise<Store> {
  const writer = new Kysely<Tables>({ dialect: new OwnDialect({ database: connected(file) }) });
  try {
    await migrate(writer, 'sqlite', steps);
  } catch (error) {
    await writer.destroy();
    throw sqliteFault(error);
  }
  const reader = new Kysely<Tables>({ dialect: new OwnDialect({ database: connect(file, { readonly: true }) }) });
  const apart = readApart(file);
  return {
    kind: 'sqlite',
    read: reader,
    ask: apart.ask,
    write: groupCommit(writer, async () => undefined, sqliteFault),
    close: async () => {
      await apart.close();
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function connected(file: string): Database.Database {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    return connect(file);
  } catch (error) {
    throw sqliteFault(error);
  }
}

class OwnDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor({ database }: { readonly database: Database.Database }) {
    super({ database });
    this.#database = database;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): SqliteDriver {
    const database = this.#database;
    return new OwnDriver({ database: { prepare: keptStatements(database), close: () => database.close() } });
  }
}

/** SQLite changes tables in transactions; the adapter of the library does not say so. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class OwnDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return faultsNamed(await super.acquireConnection(), sqliteFault);
  }

  /** Takes the right to write at the start: a transaction that reads first could not take it any more after another wrote. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
