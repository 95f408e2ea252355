import { describe, expect, test, vi } from 'vitest';
import { type Browser, openSite } from './with-accounts.ts';
import { storeKinds } from './with-store.ts';

const DAY = 86_400_000;
const TEXT = '# Kite feed stood still\n';

async function tokenOf(browser: Browser, scopes: readonly string[], days: number | null = null): Promise<string> {
  const made = await browser.ask('POST', '/api/v1/tokens', { body: { name: 'Script', scopes, days } });
  expect(made.status).toBe(201);
  return String(made.body['token']);
}

function make(browser: Browser, scopes: readonly string[], headers = {}) {
  return browser.ask('POST', '/api/v1/tokens', { body: { name: 'Script', scopes }, headers });
}

describe.each(storeKinds)('tokens on %s', (kind) => {
  test('a token does what its scopes say, until it is revoked', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const reading = await tokenOf(admin, ['read']);
    const writing = await tokenOf(admin, ['read', 'write']);
    const script = site.browser();
    const create = (token: string) =>
      script.ask('POST', '/api/v1/postmortems', {
        body: { text: TEXT },
        headers: {
          authorization: `Bearer ${token}`,
          origin: 'https://elsewhere.example',
          'sec-fetch-site': 'cross-site',
        },
      });
    expect(await create(reading)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await create(writing)).toMatchObject({ status: 201 });
    const { body } = await admin.ask('GET', '/api/v1/tokens');
    const tokens = body['tokens'] as readonly { readonly id: string; readonly scopes: readonly string[] }[];
    expect(tokens).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain(writing);
    const id = tokens.find(({ scopes }) => scopes.length === 2)?.id ?? '';
    expect(await admin.ask('DELETE', `/api/v1/tokens/${id}`)).toMatchObject({ status: 204 });
    expect(await admin.ask('DELETE', `/api/v1/tokens/${id}`)).toMatchObject({ status: 404 });
    expect(await create(writing)).toMatchObject({ status: 401 });
  });

  test('a token is over on its day', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const authorization = `Bearer ${await tokenOf(admin, ['read'], 30)}`;
    const status = async () =>
      (await site.browser().ask('GET', '/api/v1/session', { headers: { authorization } })).status;
    site.clock.now = new Date(Date.now() + 29 * DAY);
    expect(await status()).toBe(200);
    site.clock.now = new Date(Date.now() + 30 * DAY);
    expect(await status()).toBe(401);
  });

  test('nobody gives away more than they have', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const viewer = await site.join('viewer', 'kim@example.com');
    expect(await make(viewer, ['admin'])).toMatchObject({ status: 403 });
    expect(await make(viewer, [])).toMatchObject({ status: 400 });
    const reading = { authorization: `Bearer ${await tokenOf(admin, ['read'])}` };
    expect(await make(site.browser(), ['read'], reading)).toMatchObject({ status: 403 });
    const minting = { authorization: `Bearer ${await tokenOf(admin, ['admin'])}` };
    expect(await make(site.browser(), ['write'], minting)).toMatchObject({ status: 403 });
    expect(await make(site.browser(), ['admin'], minting)).toMatchObject({ status: 201 });
    // A scope opens nothing that the role does not: this viewer writes with no token.
    const writing = { authorization: `Bearer ${await tokenOf(viewer, ['read', 'write'])}` };
    const written = await site.browser().ask('POST', '/api/v1/postmortems', { body: { text: TEXT }, headers: writing });
    expect(written).toMatchObject({ status: 403 });
  });

  test('others revoke no token of mine, but an admin does', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const kim = await site.join('editor', 'kim@example.com');
    const uma = await site.join('editor', 'uma@example.com');
    await tokenOf(kim, ['read']);
    const { body } = await kim.ask('GET', '/api/v1/tokens');
    const [token] = body['tokens'] as readonly { readonly id: string }[];
    expect(await uma.ask('DELETE', `/api/v1/tokens/${token?.id}`)).toMatchObject({ status: 404 });
    expect((await uma.ask('GET', '/api/v1/tokens')).body).toEqual({ tokens: [] });
    expect(await admin.ask('DELETE', `/api/v1/tokens/${token?.id}`)).toMatchObject({ status: 204 });
  });

  test('when it was last used is noted behind the request, and not each time', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const authorization = `Bearer ${await tokenOf(admin, ['read'])}`;
    const use = () => site.browser().ask('GET', '/api/v1/session', { headers: { authorization } });
    const noted = async () =>
      (await site.opened.store.read.selectFrom('tokens').select('lastUsedAt').executeTakeFirstOrThrow()).lastUsedAt;
    const first = site.clock.now.toISOString();
    await use();
    await vi.waitFor(async () => expect(await noted()).toBe(first));
    site.clock.now = new Date(Date.parse(first) + 4 * 60_000);
    await use();
    site.clock.now = new Date(Date.parse(first) + 6 * 60_000);
    await use();
    await vi.waitFor(async () => expect(await noted()).toBe(site.clock.now.toISOString()));
  });

  test('what is no token is refused, and does not fall back to a cookie', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    for (const authorization of [
      'Bearer debrief_x',
      'Bearer ',
      'Basic YTpi',
      `Bearer debrief_${'x'.repeat(500)}`,
      'Bearer a b',
    ])
      expect(await admin.ask('GET', '/api/v1/session', { headers: { authorization } })).toMatchObject({ status: 401 });
  });
});
