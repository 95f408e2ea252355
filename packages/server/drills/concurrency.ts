/**
 * Many people write at the same time, through the whole server. Afterwards the history holds exactly the edits that were
 * acknowledged.
 *
 *     node packages/server/drills/concurrency.ts [--writers 100] [--edits 20] [--database-url URL]
 *
 * The database of the URL has to be an empty one of PostgreSQL; without it a new file of SQLite is used.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../src/http/create-app.ts';
import { currentHouse } from '../src/settings/current-house.ts';
import { openPostgres } from '../src/store/postgres/open-postgres.ts';
import { openSqlite } from '../src/store/sqlite/open-sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { type Ask, historyFaults, manyWriters, startOf } from './many-writers.ts';

const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '100' },
    edits: { type: 'string', default: '20' },
    'database-url': { type: 'string' },
  },
});
const writers = Number(values.writers);
const edits = Number(values.edits);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-drill-'));
const url = values['database-url'];
const store = url === undefined ? await openSqlite(path.join(folder, 'debrief.db')) : await openPostgres(url, () => {});
const newId = (): string => crypto.randomBytes(15).toString('base64url');
const limits = {
  address: null,
  account: null,
  token: null,
  signInAddress: null,
  signInEmail: null,
  signInBoth: null,
  costly: null,
};
const app = createApp({
  store,
  now: () => new Date(),
  newId,
  house: currentHouse(store),
  access: { limits },
  report: (error) => console.error(error),
});

const asks = await Promise.all(Array.from({ length: writers }, (_, writer) => writerNamed(store, `Writer ${writer}`)));
let isFine = true;
for (const count of [1, writers]) isFine = (await round(count)) && isFine;
await store.close();
fs.rmSync(folder, { recursive: true });
process.exitCode = isFine ? 0 : 1;

async function round(count: number): Promise<boolean> {
  const text = startOf(writers);
  const documents: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const made = await asks[0]?.('POST', '/postmortems', { text, fileName: `kite-${at}.md` });
    documents.push((made?.body as { readonly id: string } | undefined)?.id ?? '');
  }
  const start = performance.now();
  const written = await manyWriters({ writers: asks, documents, edits });
  const seconds = (performance.now() - start) / 1000;
  const faults = await historyFaults(store, written);
  const all = [...written.acknowledged.values()].flat().length;
  console.log(
    `${store.kind}, ${count} documents: ${all} edits acknowledged in ${seconds.toFixed(1)} s, ${written.conflicts} made anew, ${faults.length} faults`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length === 0;
}

/** A person with a token, as rows. */
async function writerNamed(kept: Store, name: string): Promise<Ask> {
  const id = newId();
  const at = new Date().toISOString();
  const token = `debrief_${crypto.randomBytes(24).toString('base64url')}`;
  const person = {
    id,
    name,
    email: `${id}@example.test`,
    emailVerified: 0,
    image: null,
    role: 'editor',
    deactivatedAt: null,
    createdAt: at,
    updatedAt: at,
  } as const;
  const row = {
    id: newId(),
    hash: crypto.hash('sha256', token),
    person: id,
    name,
    scopes: '["read","write"]',
    createdAt: at,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
  };
  await kept.write(async (transaction) => {
    await transaction.insertInto('people').values(person).execute();
    await transaction.insertInto('tokens').values(row).execute();
  });
  return async (method, asked, body) => {
    const answer = await app.request(`/api/v1${asked}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
}
