import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../src/audit/verify-audit.ts';
import { exportFolder } from '../src/exchange/export-files.ts';
import { folderSource } from '../src/exchange/folder-source.ts';
import { importFiles } from '../src/exchange/import-files.ts';
import { indexAgain } from '../src/operation/restore-command.ts';
import { changePostmortem } from '../src/postmortem/change-postmortem.ts';
import { createPostmortem } from '../src/postmortem/create-postmortem.ts';
import { verifyRevisions } from '../src/revision/verify-revisions.ts';
import { backUp } from '../src/store/backup/back-up.ts';
import { copiedTables, leftOutTables } from '../src/store/backup/copied-tables.ts';
import { restoreBackup } from '../src/store/backup/restore-backup.ts';
import { verifyBackup } from '../src/store/backup/verify-backup.ts';
import { openPostgres } from '../src/store/postgres/open-postgres.ts';
import { openSqlite } from '../src/store/sqlite/open-sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { contentOf, scratchFolder } from './with-archive.ts';
import { addPerson, contextOf, openStore, storeKinds } from './with-store.ts';

const placeOf = (kind: Store['kind'], target: string) => (kind === 'sqlite' ? { file: target } : { url: target });
const opened = (kind: Store['kind'], target: string) =>
  kind === 'sqlite' ? openSqlite(target) : openPostgres(target, () => undefined);

async function exported(store: Store) {
  using target = scratchFolder();
  await exportFolder(contextOf(store), target.folder);
  return contentOf(target.folder);
}

describe.each(storeKinds)('R14: a backup of %s', (kind) => {
  test.each(storeKinds)('taken under write load holds one moment, and restores into %s', async (other) => {
    using scratch = scratchFolder();
    using folder = scratchFolder();
    folder.write('kite.md', '# Kite\n\n![a](a.png)\n\n## Action items\n\n- [ ] Add an alert\n');
    folder.write('a.png', Buffer.from('89504e470d0a1a0a', 'hex'));
    await using source = await openStore(kind);
    const context = contextOf(source.store);
    await addPerson(source.store, { name: 'Kim', role: 'admin' });
    await importFiles(context, await folderSource(folder.folder));
    const { id } = await createPostmortem(context, { text: '# 1\n', fileName: 'load.md', reason: 'Load' });
    const acknowledged: number[] = [];
    const stop = new AbortController();
    const load = (async () => {
      for (let base = 1; !stop.signal.aborted; base += 1) {
        // SQLite answers within the turn; without a pause nothing else would have one.
        await setImmediate();
        const edit = { kind: 'text', text: `# ${base + 1}\n` } as const;
        acknowledged.push((await changePostmortem(context, { id, base, edit, reason: 'Load' })).revision);
      }
    })();
    while (acknowledged.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = acknowledged.length;
    const file = path.join(scratch.folder, 'backup.db');
    await backUp(placeOf(kind, source.target), file);
    stop.abort();
    await load;

    const verified = verifyBackup(file);
    expect(verified.faults).toEqual([]);
    expect(verified.revisions).toBeGreaterThanOrEqual(before + 2);
    expect(fs.statSync(file).mode & 0o077).toBe(0);
    await expect(backUp(placeOf(kind, source.target), file)).rejects.toThrow(/EEXIST/);

    await using empty = await openStore(other);
    const target = other === 'sqlite' ? path.join(scratch.folder, 'restored.db') : empty.target;
    await restoreBackup(file, placeOf(other, target));
    await expect(restoreBackup(file, placeOf(other, target))).rejects.toMatchObject({ code: 'taken' });
    const restored = await opened(other, target);
    try {
      await indexAgain(restored);
      expect(await verifyAudit(restored.read)).toMatchObject({ state: 'whole', entries: verified.auditEntries });
      expect(await verifyRevisions(restored.read)).toMatchObject({ state: 'whole', revisions: verified.revisions });
      const files = await exported(restored);
      expect(Object.keys(files)).toEqual(['a.png', 'kite.md', 'load.md']);
      expect(files['load.md']).toBe(Buffer.from(`# ${verified.revisions - 1}\n`).toString('base64'));
      const people = await restored.read.selectFrom('people').select(['name', 'role']).execute();
      expect(people).toEqual([{ name: 'Kim', role: 'admin' }]);
      const found = await restored.read.selectFrom('searchRows').select('postmortem').execute();
      expect(found).toHaveLength(2);
      // It goes on where it stood.
      await createPostmortem(contextOf(restored), { text: '# New\n', fileName: 'new.md', reason: 'After' });
      expect(await verifyAudit(restored.read)).toMatchObject({ state: 'whole' });
    } finally {
      await restored.close();
    }
  });

  test('holds every table, or says that it leaves it out', async () => {
    await using source = await openStore(kind);
    const { rows } =
      kind === 'sqlite'
        ? await sql<{ readonly name: string }>`select "name" from sqlite_master where "type" = 'table'`.execute(
            source.store.read,
          )
        : await sql<{
            readonly name: string;
          }>`select table_name as "name" from information_schema.tables where table_schema = 'public'`.execute(
            source.store.read,
          );
    const known = new Set([...copiedTables.map(({ name }) => name), ...leftOutTables]);
    const others = rows.map(({ name }) => name).filter((name) => !known.has(name));
    expect(others.filter((name) => !/^(?:kysely_|sqlite_|search)/.test(name))).toEqual([]);
  });
});

test('a backup that was tampered with is found out, wherever it was', async () => {
  using scratch = scratchFolder();
  await using source = await openStore('sqlite');
  await createPostmortem(contextOf(source.store), { text: '# 1\n', fileName: 'a.md', reason: 'Test' });
  const file = path.join(scratch.folder, 'backup.db');
  await backUp({ file: source.target }, file);
  const changes = [
    `update "texts" set "text" = 'other'`,
    `drop trigger "revisions without update"; update "revisions" set "authors" = '["other"]'`,
    `drop trigger "audit without update"; update "audit" set "actor" = 'other'`,
    `drop trigger "audit without delete"; delete from "audit" where "sequence" = 1; insert into "audit" values (3, '', '', '', '', '', '', '')`,
    `update "postmortems" set "head" = 2`,
  ];
  for (const [index, change] of changes.entries()) {
    const copy = path.join(scratch.folder, `${index}.db`);
    fs.copyFileSync(file, copy);
    const database = new Database(copy);
    database.exec(change);
    database.close();
    expect(verifyBackup(copy).faults).not.toEqual([]);
  }
  expect(verifyBackup(file).faults).toEqual([]);
});
