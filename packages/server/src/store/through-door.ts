import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const DIALECTS = {
  sqlite: { createAdapter: () => new SqliteAdapter(), createQueryCompiler: () => new SqliteQueryCompiler() },
  postgres: { createAdapter: () => new PostgresAdapter(), createQueryCompiler: () => new PostgresQueryCompiler() },
} as const;

/**
 * A database for a library that writes by itself: each of its questions goes to `read`, each of its changes is a job of
 * `write`. So it needs no connection of its own, which on SQLite would wait for the writer of the same process until
 * both gave up, and what it writes is as durable as everything else. It has no transactions.
 */
export function throughDoor(store: Pick<Store, 'kind' | 'read' | 'write'>): Kysely<Tables> {
  const dialect: Dialect = {
    ...DIALECTS[store.kind],
    createDriver: () => driverOf(store),
    createIntrospector: () => {
      throw new Error('Tables are looked at by the store alone.');
    },
  };
  return new Kysely<Tables>({ dialect });
}

function driverOf({ read, write }: Pick<Store, 'read' | 'write'>): Driver {
  const connection: DatabaseConnection = {
    executeQuery: <Row>(query: CompiledQuery): Promise<QueryResult<Row>> =>
      SelectQueryNode.is(query.query)
        ? read.executeQuery<Row>(query)
        : write((transaction) => transaction.executeQuery(query as CompiledQuery<Row>)),
    streamQuery: () => refuse('a stream'),
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: async () => refuse('a transaction'),
    commitTransaction: async () => refuse('a transaction'),
    rollbackTransaction: async () => refuse('a transaction'),
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
}

function refuse(what: string): never {
  throw new Error(`There is no such thing as ${what} through the door; make it one job of the store.`);
}
