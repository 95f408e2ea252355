import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/migrations.ts';
import { StoreFault } from './store-fault.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the tables up to date, forward only. All of it is one transaction, so a process that is stopped in between
 * leaves the tables as they were.
 *
 * @throws StoreFault `tooNew` where a newer Debrief has been at work on them
 */
export async function migrate(database: Kysely<Tables>, kind: Store['kind']): Promise<void> {
  const known = Object.entries(migrations).map(
    ([name, up]) => [name, { up: (tables: Kysely<unknown>) => up(tables, kind) }] as const,
  );
  await database.transaction().execute(async (transaction) => {
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
