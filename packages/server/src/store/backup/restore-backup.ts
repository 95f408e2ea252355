import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { openPostgres } from '../postgres/open-postgres.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { StoreFault } from '../store-fault.ts';
import type { Tables } from '../tables.ts';
import { copyTables } from './copy-tables.ts';

/**
 * Puts a backup into a place that is empty, brought up to date by the way where an older Debrief made it.
 *
 * @throws StoreFault `taken` where there is something already, `tooNew`
 */
export async function restoreBackup(
  backup: string,
  target: { readonly file: string } | { readonly url: string },
): Promise<void> {
  await ('url' in target ? restoreToPostgres(backup, target.url) : restoreToSqlite(backup, target.file));
}

async function restoreToSqlite(backup: string, file: string): Promise<void> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  fs.rmSync(partial, { force: true });
  try {
    fs.copyFileSync(backup, partial);
    fs.chmodSync(partial, 0o600);
    await (await openSqlite(partial)).close();
    fs.linkSync(partial, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw occupied(file);
    throw error;
  } finally {
    for (const end of ['', '-wal', '-shm']) fs.rmSync(`${partial}${end}`, { force: true });
  }
}

async function restoreToPostgres(backup: string, url: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-restore-'));
  const copy = path.join(folder, 'debrief.db');
  try {
    fs.copyFileSync(backup, copy);
    await (await openSqlite(copy)).close();
    const store = await openPostgres(url, () => undefined);
    const from = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: new Database(copy, { readonly: true }) }),
    });
    try {
      await store.write(async (transaction) => {
        for (const table of ['postmortems', 'people', 'audit'] as const)
          if ((await transaction.selectFrom(table).selectAll().limit(1).executeTakeFirst()) !== undefined)
            throw occupied('the database');
        await copyTables(from as never, transaction as never, 'postgres');
      });
    } finally {
      await from.destroy();
      await store.close();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function occupied(place: string): StoreFault {
  return new StoreFault('taken', `There is something in ${place} already. Restore into an empty place.`);
}
