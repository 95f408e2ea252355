import { serializeSigned } from 'hono/utils/cookie';
import { describe, expect, test } from 'vitest';
import type { Actor, Scope } from '../src/context.ts';
import { sha256 } from '../src/hash.ts';
import { refusalOf } from '../src/policies/policy.ts';
import { roleMatrix } from '../src/policies/role-matrix.ts';
import type { PersonRole } from '../src/store/tables.ts';
import { noLimits, openSite, ORIGIN, type Site } from './with-accounts.ts';
import { addPerson, storeKinds } from './with-store.ts';

const SECRET = 'a secret that tests know, and nobody else does';
const ROLES: readonly PersonRole[] = ['viewer', 'editor', 'admin'];
const SCOPES: readonly Scope[] = ['read', 'write', 'review', 'admin'];

interface Caller {
  readonly name: string;
  readonly actor: Actor | null;
  /** Anew for each request, since some of them end a session. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
}

/** Every route that answers; what fits all methods stands before routes and answers nothing. */
function routesOf({ app }: Site): readonly string[] {
  const answering = app.routes.filter(({ method }) => method !== 'ALL');
  return [...new Set(answering.map(({ method, path }) => `${method} ${path}`))];
}

async function callersOf({ opened: { store }, clock }: Site): Promise<readonly Caller[]> {
  const at = clock.now.toISOString();
  const later = new Date(clock.now.getTime() + 3_600_000).toISOString();
  const callers: Caller[] = [{ name: 'nobody', actor: null, headers: async () => ({}) }];
  let count = 0;
  for (const role of ROLES) {
    const { actor } = await addPerson(store, { name: role, role });
    callers.push({
      name: `${role} by session`,
      actor,
      headers: async () => {
        const token = `token-${(count += 1)}`;
        const times = { createdAt: at, updatedAt: at, expiresAt: later };
        const row = { id: token, token, userId: actor.id, ipAddress: null, userAgent: null, ...times };
        await store.write((transaction) => transaction.insertInto('sessions').values(row).execute());
        const [cookie = ''] = (await serializeSigned('debrief', token, SECRET)).split(';');
        return { cookie };
      },
    });
    for (const scopes of [...SCOPES.map((scope) => [scope]), SCOPES]) {
      callers.push({
        name: `${role} by token ${scopes.join()}`,
        actor: { ...actor, scopes },
        headers: async () => {
          const token = `debrief_${(count += 1)}`;
          const ends = { expiresAt: later, lastUsedAt: at, revokedAt: null };
          const row = { id: token, hash: sha256(token), person: actor.id, name: 'test', createdAt: at, ...ends };
          await store.write((transaction) =>
            transaction
              .insertInto('tokens')
              .values({ ...row, scopes: JSON.stringify(scopes) })
              .execute(),
          );
          return { authorization: `Bearer ${token}` };
        },
      });
    }
  }
  return callers;
}

/** What the role matrix says of a route to somebody: the status, or null for any but 401 and 403. */
function expected(route: string, { actor }: Caller): number | null {
  const permission = roleMatrix[route];
  if (permission === undefined) return 403;
  if (permission === 'open') return null;
  if (actor === null) return 401;
  return refusalOf(actor, permission) === null ? null : 403;
}

async function statusOf({ app }: Site, route: string, caller: Caller): Promise<number> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replaceAll(/:\w+(?:\{[^}]*\})?\??/g, 'nobodynobody').replaceAll('*', 'nothing');
  const headers = {
    origin: ORIGIN,
    host: 'localhost',
    accept: 'application/json',
    'sec-fetch-site': 'same-origin',
    ...(await caller.headers()),
  };
  const body = ['GET', 'HEAD'].includes(method) ? {} : { body: '{}' };
  const type = 'body' in body ? { 'content-type': 'application/json' } : {};
  const answer = await app.request(address, { method, headers: { ...headers, ...type }, ...body });
  await answer.body?.cancel();
  return answer.status;
}

describe.each(storeKinds)('S7: access on %s', (kind) => {
  test('every route answers 401 and 403 exactly where the role matrix says', { timeout: 300_000 }, async () => {
    await using site = await openSite(kind, { secret: SECRET, limits: noLimits });
    const callers = await callersOf(site);
    const wrong: string[] = [];
    for (const route of routesOf(site))
      for (const caller of callers) {
        const status = await statusOf(site, route, caller);
        const told = status === 401 || status === 403 ? status : null;
        const right = expected(route, caller);
        // Signing in is open, and answers 401 to a password that is not right.
        if (told !== right && !(right === null && roleMatrix[route] === 'open' && told === 401))
          wrong.push(`${route} as ${caller.name}: ${status} for ${right ?? 'neither 401 nor 403'}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe('S7: the role matrix', () => {
  test('names every route, and no route that is not there', async () => {
    await using site = await openSite('sqlite');
    expect(routesOf(site).toSorted()).toEqual(Object.keys(roleMatrix).toSorted());
  });

  test('is not passed by: what answers every method is not known to it', async () => {
    await using site = await openSite('sqlite');
    const before = new Set(site.app.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path));
    for (const path of before) {
      const answer = await site.app.request(path.replaceAll('*', 'nothing-of-that-name'));
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test('is asked first: a route that it does not name answers nobody', async () => {
    await using site = await openSite('sqlite');
    site.app.get('/unnamed/:id', (c) => c.text('here'));
    site.app.get('/unnamed-files/*', (c) => c.text('here'));
    for (const path of ['/unnamed/1', '/unnamed-files/x'])
      for (const method of ['GET', 'HEAD']) expect((await site.app.request(path, { method })).status).toBe(403);
  });

  test('of HEAD says what it says of GET', async () => {
    await using site = await openSite('sqlite');
    const admin = await site.join('admin', 'ada@example.com');
    expect((await admin.ask('HEAD', '/api/v1/session')).status).toBe(200);
    expect((await site.browser().ask('HEAD', '/api/v1/session')).status).toBe(401);
  });
});
