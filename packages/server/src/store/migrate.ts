import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Migration, migrations } from './migrations/migrations.ts';
import { StoreFault } from './store-fault.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Processes that start at once take turns. SQLite does so by itself. */
const MIGRATION_LOCK = 0x6462_7267;

/**
 * Brings the tables up to date, forward only. All of it is one transaction, so a process that is stopped in between
 * leaves the tables as they were.
 *
 * @throws StoreFault `tooNew` where a newer Debrief has been at work on them
 */
export async function migrate(
  database: Kysely<Tables>,
  kind: Store['kind'],
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const known = Object.entries(steps).map(
    ([name, up]) => [name, { up: (tables: Kysely<unknown>) => up(tables, kind) }] as const,
  );
  await database.transaction().execute(async (transaction) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    const migrator = new Migrator({
      db: transaction,
      provider: { getMigrations: async () => Object.fromEntries(known) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    if (error instanceof Error && error.message.includes('is missing'))
      throw new StoreFault(
        'tooNew',
        'A newer Debrief has written this database. Start that version, or restore a backup from before it.',
        { cause: error },
      );
    throw error;
  });
}
