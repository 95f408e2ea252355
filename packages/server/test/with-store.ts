import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Actor, Context } from '../src/context.ts';
import { currentHouse } from '../src/settings/current-house.ts';
import { openPostgres } from '../src/store/postgres/open-postgres.ts';
import { openSqlite } from '../src/store/sqlite/open-sqlite.ts';
import type { Store } from '../src/store/store.ts';

/** Every suite of the store runs on both. */
export const storeKinds = ['sqlite', 'postgres'] as const;

export interface OpenedStore extends AsyncDisposable {
  readonly store: Store;
  /** The file or the address of the database, to open it once more. */
  readonly target: string;
}

/** A new empty database of that kind, gone when it is disposed of. */
export async function openStore(kind: Store['kind']): Promise<OpenedStore> {
  return kind === 'sqlite' ? openSqliteStore() : openPostgresStore();
}

async function openSqliteStore(): Promise<OpenedStore> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-store-'));
  const target = path.join(folder, 'debrief.db');
  const store = await openSqlite(target);
  return {
    store,
    target,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPostgresStore(): Promise<OpenedStore> {
  const server = inject('postgresUrl');
  const name = `debrief_${crypto.randomBytes(8).toString('hex')}`;
  await asked(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  const target = url.href;
  const store = await openPostgres(target, () => undefined);
  return {
    store,
    target,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      await asked(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asked(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A context for a store: a machine that may do all, unless another actor is given. */
export function contextOf(store: Store, actor: Actor = { kind: 'machine', id: 'test' }): Context {
  return {
    store,
    actor,
    now: () => new Date(),
    newId: () => crypto.randomBytes(15).toString('base64url'),
    house: currentHouse(store),
  };
}

/** Puts a person into the store and gives them a token; both are real rows. */
export async function addPerson(
  store: Store,
  { name, role }: { readonly name: string; readonly role: 'admin' | 'editor' | 'viewer' },
): Promise<{ readonly actor: Extract<Actor, { kind: 'person' }>; readonly token: string }> {
  const id = crypto.randomBytes(15).toString('base64url');
  const at = new Date().toISOString();
  const token = `debrief_${crypto.randomBytes(24).toString('base64url')}`;
  await store.write(async (transaction) => {
    await transaction
      .insertInto('people')
      .values({
        id,
        name,
        email: `${id}@example.test`,
        emailVerified: 0,
        image: null,
        role,
        deactivatedAt: null,
        createdAt: at,
        updatedAt: at,
      })
      .execute();
    await transaction
      .insertInto('tokens')
      .values({
        id: `${id}-token`,
        hash: crypto.hash('sha256', token),
        person: id,
        name: 'test',
        scopes: JSON.stringify(['read', 'write', 'review', 'admin']),
        createdAt: at,
        expiresAt: null,
        lastUsedAt: null,
        revokedAt: null,
      })
      .execute();
  });
  return { actor: { kind: 'person', id, name, role, scopes: null }, token };
}
