import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { groupCommit } from '../group-commit.ts';
import { migrate } from '../migrate.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { postgresFault } from './postgres-fault.ts';

const CONNECTIONS = 10;
/** 64-bit integers, which counts are, as numbers: none of ours outgrows them. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format)),
};
/** 64-bit numbers, which counts are, as numbers: none of ours outgrows them. */
/** Writers of several nodes take turns, so that chains of hashes have one order. */
const WRITER_LOCK = 0x64627266;

/**
 * Opens a PostgreSQL database and brings it up to date.
 *
 * @param url `postgres://user:password@host:port/database`
 * @param complain told of connections that broke while nobody used them
 * @throws StoreFault
 */
export async function openPostgres(url: string, complain: (error: Error) => void): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    application_name: 'debrief',
    types,
  });
  // A broken idle connection is replaced at the next question; unheard, it would end the process.
  pool.on('error', complain);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(database, 'postgres');
  } catch (error) {
    await database.destroy();
    throw postgresFault(error);
  }
  return {
    kind: 'postgres',
    read: database,
    write: groupCommit(
      database,
      async (transaction) => void (await sql`select pg_advisory_xact_lock(${WRITER_LOCK})`.execute(transaction)),
      postgresFault,
    ),
    close: () => database.destroy(),
  };
}
