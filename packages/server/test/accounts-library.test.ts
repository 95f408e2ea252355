import { verifyPassword as verifyByLibrary } from 'better-auth/crypto';
import { describe, expect, test } from 'vitest';
import { acceptInvitation } from '../src/accounts/accept-invitation.ts';
import { defaultAccess } from '../src/accounts/access-settings.ts';
import { openAccounts } from '../src/accounts/accounts.ts';
import { makeAuth } from '../src/accounts/auth.ts';
import { firstLink } from '../src/accounts/first-link.ts';
import { newSecret } from '../src/accounts/new-secret.ts';
import { hashPassword, verifyPassword } from '../src/accounts/password-hash.ts';
import { createPostmortem } from '../src/postmortem/create-postmortem.ts';
import { throughDoor } from '../src/store/through-door.ts';
import type { Store } from '../src/store/store.ts';
import { PASSWORD } from './with-accounts.ts';
import { contextOf, openStore, storeKinds } from './with-store.ts';

const visitor = { address: '203.0.113.9', userAgent: 'test', cookie: null };
const headers = new Headers();
const shapeOf = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? 'null' : typeof value]));

function libraryOn(store: Store) {
  return makeAuth({ store, secret: newSecret(), longestSessionSeconds: 3_600, isSignUpOpen: true });
}

describe.each(storeKinds)('the accounts library on %s', (kind) => {
  test('signs up and in with the tables of the store, which hold it as they hold everything', async () => {
    await using opened = await openStore(kind);
    const { store } = opened;
    const { api } = libraryOn(store);
    await api.signUpEmail({ body: { name: 'Kim', email: 'Kim@Example.com', password: PASSWORD }, headers });
    const { token } = await api.signInEmail({ body: { email: 'kim@example.com', password: PASSWORD }, headers });
    const [person] = await store.read.selectFrom('people').selectAll().execute();
    expect(person).toMatchObject({ email: 'kim@example.com', emailVerified: 0, role: 'viewer', deactivatedAt: null });
    expect(person?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const sessions = await store.read.selectFrom('sessions').selectAll().execute();
    expect(sessions.map((session) => session.token)).toContain(token);
    await expect(
      api.signInEmail({ body: { email: 'kim@example.com', password: 'another password' }, headers }),
    ).rejects.toMatchObject({ status: 'UNAUTHORIZED' });
  });

  test('writes the same rows as an invitation does', async () => {
    await using opened = await openStore(kind);
    const { store } = opened;
    const context = contextOf(store);
    const accounts = openAccounts(context, { ...defaultAccess, secret: newSecret() });
    const link = await firstLink(context);
    const acceptance = { secret: link?.secret ?? '', name: 'Ada', email: 'ada@example.com', password: PASSWORD };
    await acceptInvitation(accounts, acceptance, visitor);
    await libraryOn(store).api.signUpEmail({
      body: { name: 'Kim', email: 'kim@example.com', password: PASSWORD },
      headers: new Headers({ 'x-debrief-address': visitor.address, 'user-agent': 'test' }),
    });
    for (const table of ['people', 'accounts', 'sessions'] as const) {
      const rows: readonly object[] = await store.read.selectFrom(table).selectAll().execute();
      expect(rows).toHaveLength(2);
      expect(shapeOf(rows[0] ?? {})).toEqual(shapeOf(rows[1] ?? {}));
    }
  });

  test('does not sign up by itself, and takes no role from a request', async () => {
    await using opened = await openStore(kind);
    const body = { name: 'Eve', email: 'eve@example.com', password: PASSWORD, role: 'admin', deactivatedAt: null };
    const closed = makeAuth({ store: opened.store, secret: newSecret(), longestSessionSeconds: 3_600 });
    await expect(closed.api.signUpEmail({ body, headers })).rejects.toMatchObject({ status: 'BAD_REQUEST' });
    await libraryOn(opened.store)
      .api.signUpEmail({ body, headers })
      .catch(() => undefined);
    const people = await opened.store.read.selectFrom('people').select('role').execute();
    expect(people.filter(({ role }) => role !== 'viewer')).toEqual([]);
  });

  test('writes while everybody else writes, and nobody waits for the other for good', async () => {
    await using opened = await openStore(kind);
    const context = contextOf(opened.store);
    const database = throughDoor(opened.store);
    const at = new Date().toISOString();
    const notes = Array.from({ length: 60 }, (_, index) =>
      database
        .insertInto('verifications')
        .values({ id: `v${index}`, identifier: 'i', value: 'v', expiresAt: at, createdAt: at, updatedAt: at })
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
    const documents = Array.from({ length: 60 }, (_, index) =>
      createPostmortem(context, { text: `# Number ${index}\n`, fileName: `${index}.md`, reason: 'First' }),
    );
    const settled = await Promise.allSettled([...notes, ...documents]);
    expect(settled.filter(({ status }) => status === 'rejected')).toEqual([]);
    const kept = await database.selectFrom('verifications').select('id').execute();
    expect(kept).toHaveLength(60);
    await expect(database.transaction().execute(async () => undefined)).rejects.toThrow('no such thing');
  });
});

test('hashes are those of the library, and are compared in constant time', async () => {
  const hash = await hashPassword(PASSWORD);
  expect(await verifyByLibrary({ hash, password: PASSWORD })).toBe(true);
  expect(await verifyPassword({ hash, password: PASSWORD })).toBe(true);
  expect(await verifyPassword({ hash, password: `${PASSWORD}.` })).toBe(false);
  expect(await verifyPassword({ hash: 'odd', password: PASSWORD })).toBe(false);
  expect(await verifyPassword({ hash: '', password: '' })).toBe(false);
});
