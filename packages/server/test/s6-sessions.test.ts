import { describe, expect, test, vi } from 'vitest';
import { serializeSigned } from 'hono/utils/cookie';
import { type Browser, noLimits, openSite, PASSWORD } from './with-accounts.ts';
import { storeKinds } from './with-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SECRET = 'a secret that tests know, and nobody else does';
const who = async (browser: Browser) => (await browser.ask('GET', '/api/v1/session')).status;
const signIn = (browser: Browser, email = 'ada@example.com', password = PASSWORD) =>
  browser.ask('POST', '/api/v1/session', { body: { email, password } });

function takeOver(from: Browser, to: Browser): void {
  for (const [name, value] of from.cookies) to.cookies.set(name, value);
}

describe.each(storeKinds)('S6: sessions and passwords on %s', (kind) => {
  test('the cookie is for this host alone, and no script reads it', async () => {
    for (const [publicUrl, name, secure] of [
      ['https://debrief.example', '__Host-debrief', '; Secure'],
      [null, 'debrief', ''],
      ['http://127.0.0.1:7070', 'debrief', ''],
    ] as const) {
      await using site = await openSite(kind, { publicUrl });
      await site.join('admin', 'ada@example.com');
      const { headers } = await signIn(site.browser());
      expect(headers.get('cache-control')).toBe('no-store');
      const [line = '', ...more] = headers.getSetCookie();
      expect(more).toEqual([]);
      expect(line.replace(/=[^;]+/, '=…')).toBe(`${name}=…; Max-Age=2592000; Path=/; HttpOnly${secure}; SameSite=Lax`);
    }
  });

  test('fixation: a cookie that an attacker put there is worth nothing, before and after signing in', async () => {
    await using site = await openSite(kind, { secret: SECRET });
    const attacker = await site.join('admin', 'ada@example.com');
    await site.join('viewer', 'kim@example.com');
    const chosen = (await serializeSigned('debrief', 'chosen', SECRET)).slice('debrief='.length);
    for (const value of [
      'chosen',
      'chosen.',
      `chosen.${'A'.repeat(43)}=`,
      chosen,
      String(attacker.cookies.get('debrief')),
    ]) {
      const victim = site.browser();
      victim.cookies.set('debrief', value);
      expect((await signIn(victim, 'kim@example.com')).status).toBe(200);
      expect(victim.cookies.get('debrief')).not.toBe(value);
      const planted = site.browser();
      planted.cookies.set('debrief', value);
      expect(await who(planted)).toBe(401);
      expect(await who(victim)).toBe(200);
    }
  });

  test('replay: a copy of the cookie is worth nothing after signing out, or signing in anew', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const thief = site.browser();
    takeOver(admin, thief);
    expect(await who(thief)).toBe(200);
    await signIn(admin);
    expect([await who(thief), await who(admin)]).toEqual([401, 200]);
    takeOver(admin, thief);
    expect(await admin.ask('DELETE', '/api/v1/session')).toMatchObject({ status: 204 });
    expect(admin.cookies.size).toBe(0);
    expect([await who(thief), await who(admin)]).toEqual([401, 401]);
    expect(await thief.ask('DELETE', '/api/v1/session')).toMatchObject({ status: 204 });
  });

  test('a cookie that was changed, or signed by another server, is none', async () => {
    await using site = await openSite(kind, { secret: SECRET });
    const admin = await site.join('admin', 'ada@example.com');
    const cookie = decodeURIComponent(String(admin.cookies.get('debrief')));
    const [token = '', signature = ''] = cookie.split('.');
    const other = site.browser();
    const tried = [
      ...[0, 7, 31].map(
        (at) => `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}.${signature}`,
      ),
      ...[0, 20].map(
        (at) => `${token}.${signature.slice(0, at)}${signature[at] === 'a' ? 'b' : 'a'}${signature.slice(at + 1)}`,
      ),
      token,
      `${token}.`,
      `.${signature}`,
      `${token}' or '1'='1.${signature}`,
    ].map(encodeURIComponent);
    tried.push((await serializeSigned('debrief', token, `${SECRET}.`)).slice('debrief='.length), '%', '%00');
    for (const value of tried) {
      other.cookies.set('debrief', value);
      expect(await who(other)).toBe(401);
    }
    other.cookies.set('debrief', encodeURIComponent(cookie));
    expect(await who(other)).toBe(200);
  });

  test('a session that nobody uses is over, and so is one that is used for long', async () => {
    await using site = await openSite(kind);
    const start = Date.now();
    const used = await site.join('admin', 'ada@example.com');
    const unused = site.browser();
    await signIn(unused);
    const at = async (time: number) => {
      site.clock.now = new Date(start + time);
      return who(used);
    };
    // When it was used is noted behind the request.
    const noted = () =>
      vi.waitFor(async () => {
        const sessions = await site.opened.store.read.selectFrom('sessions').select('updatedAt').execute();
        expect(sessions.map(({ updatedAt }) => updatedAt)).toContain(site.clock.now.toISOString());
      });
    for (let day = 2; day < 30; day += 2) {
      expect(await at(day * DAY)).toBe(200);
      await noted();
    }
    expect(await who(unused)).toBe(401);
    expect(await at(30 * DAY + HOUR)).toBe(401);
  });

  test('sessions are ended from elsewhere: one by one, and all by a new password', async () => {
    await using site = await openSite(kind);
    const here = await site.join('admin', 'ada@example.com');
    const there = site.browser('203.0.113.9');
    await signIn(there);
    const stranger = await site.join('viewer', 'kim@example.com');
    const { body } = await here.ask('GET', '/api/v1/account/sessions');
    const sessions = body['sessions'] as readonly {
      readonly id: string;
      readonly isThisOne: boolean;
      readonly address: string;
    }[];
    expect(sessions.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ isThisOne }) => !isThisOne);
    expect(other?.address).toBe('203.0.113.9');
    expect(JSON.stringify(body)).not.toContain(decodeURIComponent(String(there.cookies.get('debrief'))).split('.')[0]);
    expect(await stranger.ask('DELETE', `/api/v1/account/sessions/${other?.id}`)).toMatchObject({ status: 404 });
    expect(await here.ask('DELETE', `/api/v1/account/sessions/${other?.id}`)).toMatchObject({ status: 204 });
    expect([await who(there), await who(here)]).toEqual([401, 200]);

    await signIn(there);
    const thief = site.browser();
    takeOver(here, thief);
    const change = (current: string, next: string) =>
      here.ask('PUT', '/api/v1/account/password', { body: { current, next } });
    const next = 'ten herons by the weir';
    expect(await change('not my password', next)).toMatchObject({ status: 400, body: { field: 'current' } });
    expect(await change(PASSWORD, 'short')).toMatchObject({ status: 400, body: { field: 'password' } });
    expect(await change(PASSWORD, next)).toMatchObject({ status: 200 });
    expect([await who(there), await who(thief), await who(here)]).toEqual([401, 401, 200]);
  });

  test('an unknown email, a wrong password and a person who has left get the same answer', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const kim = await site.join('viewer', 'kim@example.com');
    const { body } = await kim.ask('GET', '/api/v1/session');
    const { id } = body['person'] as { readonly id: string };
    await admin.ask('PATCH', `/api/v1/people/${id}`, { body: { isActive: false } });
    const answers = await Promise.all([
      signIn(site.browser(), 'nobody@example.com', 'not the password'),
      signIn(site.browser(), 'ada@example.com', 'not the password'),
      signIn(site.browser(), 'ada@example.com', `${PASSWORD} `),
      signIn(site.browser(), 'kim@example.com', PASSWORD),
      signIn(site.browser(), 'no email', PASSWORD),
    ]);
    for (const { status, headers, body: said } of answers) {
      expect([status, [...headers.keys()]]).toEqual([401, [...(answers[0]?.headers.keys() ?? [])]]);
      expect(said).toEqual(answers[0]?.body);
    }
    const sessions = await site.opened.store.read.selectFrom('sessions').selectAll().where('userId', '=', id).execute();
    expect(sessions).toEqual([]);
  });
});

test('S6: an unknown email takes as long as a wrong password', async () => {
  await using site = await openSite('sqlite', { limits: noLimits });
  await site.join('admin', 'ada@example.com');
  const times: Record<string, number[]> = { 'ada@example.com': [], 'nobody@example.com': [] };
  for (let round = 0; round < 9; round += 1)
    for (const [email, taken] of Object.entries(times)) {
      const start = performance.now();
      await signIn(site.browser(), email, 'not the password');
      taken.push(performance.now() - start);
    }
  // The quickest of each: what else the machine does only ever adds. Without the work it would be a hundredth.
  const [known = 0, unknown = 0] = Object.values(times).map((taken) => Math.min(...taken));
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});
