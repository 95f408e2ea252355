import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { reindexCommand } from '../src/operation/reindex-command.ts';
import { changePostmortem } from '../src/postmortem/change-postmortem.ts';
import { createPostmortem } from '../src/postmortem/create-postmortem.ts';
import { readerVersion } from '../src/projection/reader-version.ts';
import { remakeProjections } from '../src/projection/remake-projections.ts';
import { searchPostmortems } from '../src/search/search-postmortems.ts';
import { currentHouse } from '../src/settings/current-house.ts';
import type { Store } from '../src/store/store.ts';
import { contextOf, openStore, storeKinds } from './with-store.ts';

const TABLES = ['projections', 'actionItems', 'projectedServices', 'projectedFactors', 'searchRows'] as const;

async function projected(store: Store) {
  const rows: Record<string, readonly unknown[]> = {};
  for (const table of TABLES) {
    const found = await sql<object>`select * from ${sql.table(table)}`.execute(store.read);
    rows[table] = found.rows.map((row) => JSON.stringify({ ...row, number: 0 })).toSorted();
  }
  return rows;
}

async function forget(store: Store): Promise<void> {
  await store.write(async (transaction) => {
    for (const table of TABLES) await sql`delete from ${sql.table(table)}`.execute(transaction);
    if (store.kind === 'sqlite') await sql`delete from "searchIndex"`.execute(transaction);
  });
}

const TEXT =
  '# Kite feed stood still\n\n**Severity:** SEV2\n\n## Timeline\n\n- 10:02 impact starts\n\n## Action items\n\n';

describe.each(storeKinds)('reading all again on %s', (kind) => {
  test('gives the same rows, action items with their ids and times among them', async () => {
    await using opened = await openStore(kind);
    let minute = 0;
    const now = () => new Date(Date.UTC(2026, 4, 1, 10, (minute += 1)));
    const context = { ...contextOf(opened.store), now };
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const lists = [
        `- [ ] Add an alert for ${name}\n- [ ] Raise the limit\n`,
        `- [ ] Raise the limit\n- [ ] Add an alert for ${name}\n- [ ] Write it down\n`,
        `- [x] Raise the limit\n- [ ] Add a better alert for ${name}\n- [ ] Write it down\n`,
        `- [x] Raise the limit\n- [x] Write it down\n- [ ] Add a better alert for ${name}, soon\n`,
      ];
      const { id } = await createPostmortem(context, { text: TEXT + lists[0], fileName: `${name}.md`, reason: '' });
      ids.push(id);
      for (const [index, list] of lists.entries())
        if (index > 0)
          await changePostmortem(context, { id, base: index, edit: { kind: 'text', text: TEXT + list }, reason: '' });
    }
    const before = await projected(opened.store);
    expect(before['actionItems']).toHaveLength(9);
    await forget(opened.store);
    expect((await searchPostmortems(context, { text: 'kite' })).items).toEqual([]);
    const said: string[] = [];
    const stream = { write: (text: string) => said.push(text) };
    const where =
      kind === 'sqlite' ? ['--data', opened.target.replace(/\/debrief\.db$/, '')] : ['--database-url', opened.target];
    expect(await reindexCommand(where, { stdout: stream, stderr: stream, env: {}, cwd: () => '/' })).toBe(0);
    expect(said).toEqual(['3 read again.\n']);
    expect(await projected(opened.store)).toEqual(before);
    expect((await searchPostmortems(context, { text: 'kite' })).items).toHaveLength(3);
  });

  test('reads only what is out of date, while people write', async () => {
    await using opened = await openStore(kind);
    const context = contextOf(opened.store);
    const ids: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const { id } = await createPostmortem(context, {
        text: `${TEXT}- [ ] Alert ${turn}\n`,
        fileName: 'a.md',
        reason: '',
      });
      ids.push(id);
    }
    const remade = () => remakeProjections({ store: opened.store, house: currentHouse(opened.store), which: 'stale' });
    expect(await remade()).toEqual({ remade: 0, failed: 0 });
    await opened.store.write((transaction) =>
      transaction
        .updateTable('projections')
        .set({ readerVersion: 'older' })
        .where('postmortem', 'in', ids.slice(0, 3))
        .execute(),
    );
    const changed = ids.map((id) =>
      changePostmortem(context, { id, base: 1, edit: { kind: 'text', text: `${TEXT}- [x] Alert\n` }, reason: '' }),
    );
    const [{ failed }] = await Promise.all([remade(), ...changed]);
    expect(failed).toBe(0);
    const rows = await opened.store.read
      .selectFrom('projections')
      .select(['revision', 'readerVersion', 'openActions'])
      .execute();
    expect(rows).toEqual(ids.map(() => ({ revision: 2, readerVersion, openActions: 0 })));
    await opened.store.write((transaction) =>
      transaction
        .insertInto('settings')
        .values({ text: 'zone: Europe/Berlin\n', hash: 'h', at: '', person: null })
        .execute(),
    );
    expect(await remade()).toEqual({ remade: 5, failed: 0 });
    expect(await remade()).toEqual({ remade: 0, failed: 0 });
  });

  test('a purged text is left out, and ends in time when told to', async () => {
    await using opened = await openStore(kind);
    const context = contextOf(opened.store);
    const { id } = await createPostmortem(context, { text: `${TEXT}- [ ] Alert\n`, fileName: 'a.md', reason: '' });
    await changePostmortem(context, {
      id,
      base: 1,
      edit: { kind: 'text', text: `${TEXT}- [ ] Alert two\n` },
      reason: '',
    });
    const { textHash } = await opened.store.read
      .selectFrom('revisions')
      .select('textHash')
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    await opened.store.write((transaction) =>
      transaction
        .updateTable('texts')
        .set({ text: null, purgedAt: '2026-01-01' })
        .where('hash', '=', textHash)
        .execute(),
    );
    const options = { store: opened.store, house: currentHouse(opened.store), which: 'all' } as const;
    expect(await remakeProjections(options)).toEqual({ remade: 1, failed: 0 });
    expect(await remakeProjections({ ...options, signal: AbortSignal.abort() })).toEqual({ remade: 0, failed: 0 });
  });
});
