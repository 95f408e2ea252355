import type { Kysely } from 'kysely';
import type { Store } from '../store.ts';
import { firstTables } from './0001-first-tables.ts';

export type Migration = (database: Kysely<unknown>, kind: Store['kind']) => Promise<void>;

/** In the order of their names. What has been released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
};
