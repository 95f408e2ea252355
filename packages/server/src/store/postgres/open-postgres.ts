import { type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver, sql } from 'kysely';
import pg from 'pg';
import { faultsNamed } from '../faults-named.ts';
import { groupCommit } from '../group-commit.ts';
import { migrate } from '../migrate.ts';
import type { Migration } from '../migrations/migrations.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { postgresFault } from './postgres-fault.ts';

const CONNECTIONS = 10;
/** 64-bit integers, which counts are, as numbers: none of ours outgrows them. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format)),
};
/** Writers of several nodes take turns, so that chains of hashes have one order. */
const WRITER_LOCK = 0x64627266;

/**
 * Opens a PostgreSQL database and brings it up to date.
 *
 * @param url `postgres://user:password@host:port/database`
 * @param complain told of connections that broke while nobody used them
 * @param steps the migrations to take; all that this program knows, unless a test hands in others
 * @throws StoreFault
 */
export async function openPostgres(
  url: string,
  complain: (error: Error) => void,
  steps?: Readonly<Record<string, Migration>>,
): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    application_name: 'debrief',
    types,
  });
  // A broken idle connection is replaced at the next question; unheard, it would end the process.
  pool.on('error', complain);
  const database = new Kysely<Tables>({ dialect: new OwnDialect({ pool }) });
  try {
    await migrate(database, 'postgres', steps);
  } catch (error) {
    await database.destroy();
    throw postgresFault(error);
  }
  return {
    kind: 'postgres',
    read: database,
    ask: async (query) => (await database.executeQuery(query)).rows,
    write: groupCommit(
      database,
      async (transaction) => void (await sql`select pg_advisory_xact_lock(${WRITER_LOCK})`.execute(transaction)),
      postgresFault,
    ),
    close: () => database.destroy(),
  };
}

class OwnDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor({ pool }: { readonly pool: pg.Pool }) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): PostgresDriver {
    return new OwnDriver({ pool: this.#pool });
  }
}

class OwnDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    try {
      return faultsNamed(await super.acquireConnection(), postgresFault);
    } catch (error) {
      throw postgresFault(error);
    }
  }
}
