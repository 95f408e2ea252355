import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/http/create-app.ts';
import { createPostmortem } from '../src/postmortem/create-postmortem.ts';
import { type Migration, migrations } from '../src/store/migrations/migrations.ts';
import { openPostgres } from '../src/store/postgres/open-postgres.ts';
import { openSqlite } from '../src/store/sqlite/open-sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { addPerson, contextOf, openStore, storeKinds } from './with-store.ts';

const text = (hash: string) => ({ hash, text: 'kite', purgedAt: null });

function addText(store: Store, hash: string): Promise<unknown> {
  return store.write((transaction) => transaction.insertInto('texts').values(text(hash)).execute());
}

async function hashes(store: Store): Promise<readonly string[]> {
  const rows = await store.read.selectFrom('texts').select('hash').orderBy('hash').execute();
  return rows.map(({ hash }) => hash);
}

function reopened(kind: Store['kind'], target: string, steps?: Readonly<Record<string, Migration>>): Promise<Store> {
  return kind === 'sqlite' ? openSqlite(target, steps) : openPostgres(target, () => undefined, steps);
}

const wider: Migration = async (database) => void (await sql`create table "herons" ("id" text)`.execute(database));

describe.each(storeKinds)('the store on %s', (kind) => {
  test('revisions and the audit only grow', async () => {
    await using opened = await openStore(kind);
    await createPostmortem(contextOf(opened.store), { text: '# Kite\n', fileName: 'kite.md', reason: '' });
    for (const table of ['revisions', 'audit'] as const) {
      const before = await opened.store.read.selectFrom(table).selectAll().execute();
      for (const statement of [
        sql`update ${sql.table(table)} set "hash" = ''`,
        sql`update ${sql.table(table)} set "hash" = "hash"`,
        sql`delete from ${sql.table(table)}`,
        ...(kind === 'postgres' ? [sql`truncate ${sql.table(table)} cascade`] : []),
      ])
        await expect(opened.store.write((transaction) => statement.execute(transaction))).rejects.toThrow('only grows');
      expect(await opened.store.read.selectFrom(table).selectAll().execute()).toEqual(before);
    }
  });

  test('a job that fails is undone alone, and the others are kept', async () => {
    await using opened = await openStore(kind);
    const { store } = opened;
    const outcomes = await Promise.allSettled([
      addText(store, 'a'),
      store.write(async (transaction) => {
        await transaction.insertInto('texts').values(text('half')).execute();
        throw new Error('the other half');
      }),
      store.write(async (transaction) => {
        await transaction.insertInto('texts').values(text('more')).execute();
        await transaction.insertInto('texts').values(text('a')).execute();
      }),
      addText(store, 'b'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect((outcomes[1] as PromiseRejectedResult).reason).toMatchObject({ message: 'the other half' });
    expect((outcomes[2] as PromiseRejectedResult).reason).toMatchObject({ code: 'taken' });
    expect(await hashes(store)).toEqual(['a', 'b']);
  });

  test('a commit that fails rejects all of its group, and the next one goes on', async () => {
    await using opened = await openStore(kind);
    const { store } = opened;
    // Checked at the commit, so every job has answered before.
    const deferred = (transaction: Parameters<Parameters<Store['write']>[0]>[0]) =>
      kind === 'sqlite'
        ? sql`pragma defer_foreign_keys = on`.execute(transaction)
        : sql`alter table "attachments" alter constraint "attachments_hash_fkey" deferrable initially deferred`.execute(
            transaction,
          );
    const outcomes = await Promise.allSettled([
      addText(store, 'a'),
      store.write(async (transaction) => {
        await deferred(transaction);
        await transaction.insertInto('postmortems').values({ id: 'p', state: 'draft', head: 1, published: null, correction: null, stateReason: null, mergedInto: null, fileName: '', createdAt: '', createdBy: '', updatedAt: '', publishedAt: null }).execute(); // prettier-ignore
        await transaction.insertInto('attachments').values({ postmortem: 'p', path: 'a', hash: 'nowhere' }).execute();
      }),
      addText(store, 'b'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await hashes(store)).toEqual([]);
    await addText(store, 'c');
    expect(await hashes(store)).toEqual(['c']);
  });

  test('what is acknowledged is seen by questions at once, also those asked apart', async () => {
    await using opened = await openStore(kind);
    const { store } = opened;
    for (let turn = 0; turn < 30; turn += 1) {
      await addText(store, `${turn}`);
      const query = sql<{ readonly count: number }>`select count(*) as "count" from "texts"`.compile(store.read);
      expect(await store.ask(query)).toEqual([{ count: turn + 1 }]);
    }
  });

  test('questions that fail are named too, and the thread goes on', async () => {
    await using opened = await openStore(kind);
    const { store } = opened;
    await expect(store.ask(sql`select no_such_thing`.compile(store.read))).rejects.toThrow('no_such_thing');
    expect(await store.ask(sql<{ readonly one: number }>`select 1 as "one"`.compile(store.read))).toEqual([{ one: 1 }]);
  });

  test('many at once share commits and all are kept', async () => {
    await using opened = await openStore(kind);
    const all = Array.from({ length: 500 }, (_, index) => `${index}`.padStart(3, '0'));
    await Promise.all(all.map((hash) => addText(opened.store, hash)));
    expect(await hashes(opened.store)).toEqual(all);
  });

  test('goes forward, and an older program leaves it alone', async () => {
    await using opened = await openStore(kind);
    await addText(opened.store, 'kept');
    const newer = await reopened(kind, opened.target, { ...migrations, '9999-herons': wider });
    expect(await hashes(newer)).toEqual(['kept']);
    await sql`select * from "herons"`.execute(newer.read);
    await newer.close();
    await expect(reopened(kind, opened.target)).rejects.toMatchObject({ name: 'Error', code: 'tooNew' });
    const again = await reopened(kind, opened.target, { ...migrations, '9999-herons': wider });
    expect(await hashes(again)).toEqual(['kept']);
    await again.close();
  });

  test('a migration that breaks in the middle leaves everything as it was', async () => {
    await using opened = await openStore(kind);
    await addText(opened.store, 'kept');
    const breaks: Migration = async (database) => {
      await wider(database, kind);
      await sql`delete from "texts"`.execute(database);
      throw new Error('halfway');
    };
    await expect(reopened(kind, opened.target, { ...migrations, '9999-herons': breaks })).rejects.toThrow('halfway');
    const again = await reopened(kind, opened.target, { ...migrations, '9999-herons': wider });
    expect(await hashes(again)).toEqual(['kept']);
    await again.close();
  });

  test('a process that is killed while it migrates leaves everything as it was', async () => {
    await using opened = await openStore(kind);
    await addText(opened.store, 'kept');
    await opened.store.close();
    const child = spawn(process.execPath, [
      path.join(import.meta.dirname, 'fixtures/migrate-and-wait.ts'),
      kind,
      opened.target,
    ]);
    const said = await new Promise<string>((resolve) => {
      for (const stream of [child.stdout, child.stderr])
        stream.once('data', (bytes: Buffer) => resolve(bytes.toString()));
    });
    expect(said).toContain('in the middle');
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const again = await reopened(kind, opened.target, { ...migrations, '9999-herons': wider });
    expect(await hashes(again)).toEqual(['kept']);
    await again.close();
  });

  test('processes that start at once on an empty database all get on', async () => {
    await using opened = await openStore(kind);
    await opened.store.close();
    if (kind === 'sqlite') for (const end of ['', '-wal', '-shm']) fs.rmSync(opened.target + end, { force: true });
    else {
      const { Client } = (await import('pg')).default;
      const client = new Client({ connectionString: opened.target });
      await client.connect();
      await client.query('drop schema public cascade; create schema public');
      await client.end();
    }
    const children = Array.from({ length: 3 }, () => {
      const child = spawn(process.execPath, [
        path.join(import.meta.dirname, 'fixtures/open-and-write.ts'),
        kind,
        opened.target,
      ]);
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
      return new Promise<string>((resolve) => child.once('exit', () => resolve(said)));
    });
    expect(await Promise.all(children)).toEqual(['kept\n', 'kept\n', 'kept\n']);
    const store = await reopened(kind, opened.target);
    expect(await hashes(store)).toHaveLength(3);
    await store.close();
  });

  test('a key that is there already is named', async () => {
    await using opened = await openStore(kind);
    await addText(opened.store, 'a');
    await expect(addText(opened.store, 'a')).rejects.toMatchObject({ code: 'taken' });
  });
});

describe('faults of SQLite', () => {
  test('a full disk refuses writes, keeps on answering questions, and takes writes again', async ({ skip }) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-full-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]);
    if (mounted.status !== 0) {
      fs.rmSync(folder, { recursive: true });
      skip('a small disk can be mounted by root alone');
    }
    try {
      fs.writeFileSync(path.join(folder, 'ballast'), Buffer.alloc(1_000_000));
      const store = await openSqlite(path.join(folder, 'debrief.db'));
      let kept = 0;
      const long = 'kite '.repeat(4_000);
      const fill = () =>
        store.write(async (transaction) => {
          await transaction
            .insertInto('texts')
            .values({ hash: `${kept}`, text: long, purgedAt: null })
            .execute();
        });
      await expect(
        (async () => {
          for (; kept < 10_000; kept += 1) await fill();
        })(),
      ).rejects.toMatchObject({ code: 'full' });
      expect(kept).toBeGreaterThan(5);
      expect(await hashes(store)).toHaveLength(kept);
      // Through the door it is 507.
      const { actor: _, ...surroundings } = contextOf(store);
      fs.rmSync(path.join(folder, 'ballast'));
      const { token } = await addPerson(store, { name: 'Kim', role: 'editor' });
      fs.writeFileSync(path.join(folder, 'ballast'), '');
      const rest = fs.openSync(path.join(folder, 'ballast'), 'w');
      try {
        for (;;) fs.writeSync(rest, Buffer.alloc(4_096));
      } catch {
        fs.closeSync(rest);
      }
      const app = createApp({ ...surroundings, report: (error) => expect.fail(String(error)) });
      const ask = (body: string) =>
        app.request('/api/v1/postmortems', { method: 'POST', body, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } }); // prettier-ignore
      const refused = await ask(JSON.stringify({ text: `# Kite\n\n${'feed '.repeat(60_000)}`, fileName: 'kite.md' }));
      expect([refused.status, await refused.json()]).toMatchObject([507, { code: 'storage-full' }]);
      expect((await app.request('/api/v1/postmortems', { headers: { authorization: `Bearer ${token}` } })).status).toBe(
        200,
      );
      fs.rmSync(path.join(folder, 'ballast'));
      expect((await ask(JSON.stringify({ text: '# Kite\n', fileName: 'kite.md' }))).status).toBe(201);
      await store.close();
    } finally {
      spawnSync('umount', ['-l', folder]);
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  test('another process that holds the database', { timeout: 30_000 }, async () => {
    await using opened = await openStore('sqlite');
    const other = new Database(opened.target);
    other.exec('begin immediate');
    await expect(addText(opened.store, 'a')).rejects.toMatchObject({ code: 'busy' });
    expect(await hashes(opened.store)).toEqual([]);
    other.exec('rollback');
    other.close();
    await addText(opened.store, 'a');
    expect(await hashes(opened.store)).toEqual(['a']);
  });

  test('a file that is none of ours, and a place where none can be made', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-none-'));
    const file = path.join(folder, 'debrief.db');
    fs.writeFileSync(file, 'kite '.repeat(1_000));
    await expect(openSqlite(file)).rejects.toMatchObject({ code: 'unavailable' });
    fs.mkdirSync(path.join(folder, 'taken.db'));
    await expect(openSqlite(path.join(folder, 'taken.db'))).rejects.toMatchObject({ code: 'unavailable' });
    fs.rmSync(folder, { recursive: true });
  });

  test('a file that may only be read', async ({ skip }) => {
    await using opened = await openStore('sqlite');
    await opened.store.close();
    const folder = path.dirname(opened.target);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
    if (mounted.status !== 0) skip('a disk can be made read-only by root alone');
    try {
      const store = await openSqlite(opened.target);
      await addText(store, 'a');
      await store.close();
      spawnSync('mount', ['-o', 'remount,ro', folder]);
      await expect(openSqlite(opened.target)).rejects.toMatchObject({
        code: expect.stringMatching(/readOnly|unavailable/),
      });
      spawnSync('mount', ['-o', 'remount,rw', folder]);
      const again = await openSqlite(opened.target);
      expect(await hashes(again)).toEqual(['a']);
      await again.close();
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  });
});

describe('faults of PostgreSQL', () => {
  test('a server that is not there, a wrong password, no such database', async () => {
    await using opened = await openStore('postgres');
    const nowhere = new URL(opened.target);
    nowhere.port = '1';
    const stranger = new URL(opened.target);
    stranger.password = 'wrong';
    const missing = new URL(opened.target);
    missing.pathname = '/no_such_database';
    for (const url of [nowhere, stranger, missing])
      await expect(openPostgres(url.href, () => undefined)).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('connections that are cut are replaced, for questions and for changes', async () => {
    await using opened = await openStore('postgres');
    const cut = () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(opened.store.read); // prettier-ignore
    for (let turn = 0; turn < 5; turn += 1) {
      const outcomes = await Promise.allSettled([
        addText(opened.store, `a${turn}`),
        hashes(opened.store),
        cut(),
        addText(opened.store, `b${turn}`),
        hashes(opened.store),
      ]);
      const faults = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [(outcome.reason as { readonly code?: string }).code] : [],
      );
      expect(faults.filter((code) => code !== 'unavailable')).toEqual([]);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await addText(opened.store, 'whole');
    expect(await hashes(opened.store)).toContain('whole');
  });

  test('a database that may only be read, and text with NUL', async () => {
    await using opened = await openStore('postgres');
    await expect(
      opened.store.write(async (transaction) => {
        await sql`set transaction read only`.execute(transaction);
        await transaction.insertInto('texts').values(text('a')).execute();
      }),
    ).rejects.toMatchObject({ code: 'readOnly' });
    await expect(addText(opened.store, 'a\u0000b')).rejects.toMatchObject({ code: 'unstorable' });
    await addText(opened.store, 'a');
  });
});
