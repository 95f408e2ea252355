import { type Kysely, PostgresAdapter } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Which database stands behind a transaction: searching is written differently for each. */
export function kindOf(database: Kysely<Tables>): Store['kind'] {
  return database.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
