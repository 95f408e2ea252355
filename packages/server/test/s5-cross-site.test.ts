import { describe, expect, test } from 'vitest';
import { crossSiteReason } from '../src/http/cross-site.ts';
import { openSite, ORIGIN, PASSWORD } from './with-accounts.ts';

const TEXT = '# Kite feed stood still\n';
const body = { text: TEXT };
const OTHERS = ['https://evil.example', 'http://localhost.evil.example', 'http://localhost:8080', 'null', '', 'x'];

describe('S5: no other site makes a browser change something', () => {
  test('what comes with a cookie says that it is from a page of ours', async () => {
    await using site = await openSite('sqlite');
    const admin = await site.join('admin', 'ada@example.com');
    const status = async (headers: Readonly<Record<string, string | null>>) =>
      (await admin.ask('POST', '/api/v1/postmortems', { body, headers })).status;
    expect(await status({})).toBe(201);
    expect(await status({ 'sec-fetch-site': null })).toBe(201);
    expect(await status({ origin: null })).toBe(201);
    for (const fetchSite of ['cross-site', 'same-site', 'none', 'odd'])
      expect(await status({ 'sec-fetch-site': fetchSite })).toBe(403);
    for (const origin of OTHERS) expect(await status({ 'sec-fetch-site': null, origin })).toBe(403);
    expect(await status({ 'sec-fetch-site': null, origin: null })).toBe(403);
    const kept = await site.opened.store.read.selectFrom('postmortems').select('id').execute();
    expect(kept).toHaveLength(3);
  });

  test('behind a proxy the address that people use counts, whatever the proxy asks for', async () => {
    await using site = await openSite('sqlite', { publicUrl: 'https://debrief.example/kites' });
    const admin = await site.join('admin', 'ada@example.com');
    const status = async (headers: Readonly<Record<string, string | null>>) =>
      (await admin.ask('POST', '/api/v1/postmortems', { body, headers: { 'sec-fetch-site': null, ...headers } }))
        .status;
    expect(await status({ origin: 'https://debrief.example', host: '127.0.0.1:7070' })).toBe(201);
    expect(await status({ origin: 'http://debrief.example', host: '127.0.0.1:7070' })).toBe(403);
    expect(await status({ origin: 'https://evil.example', host: 'evil.example' })).toBe(403);
  });

  test('JSON that is sent as a form or as plain text is refused, with a cookie and without', async () => {
    await using site = await openSite('sqlite');
    const admin = await site.join('admin', 'ada@example.com');
    for (const type of [
      'text/plain',
      'text/plain;charset=UTF-8',
      'application/x-www-form-urlencoded',
      'TEXT/PLAIN',
      null,
    ])
      for (const browser of [admin, site.browser()]) {
        const headers = { 'content-type': type };
        const credentials = JSON.stringify({ email: 'ada@example.com', password: PASSWORD });
        // A body that is not text has no type unless it is named.
        const sent = type === null ? new TextEncoder().encode(credentials) : credentials;
        const request = { method: 'POST', body: sent, headers: { origin: ORIGIN, ...(type === null ? {} : headers) } };
        const answer =
          type === null
            ? await site.app.request('/api/v1/session', request as RequestInit)
            : await browser.ask('POST', '/api/v1/session', { body: sent, headers });
        expect(answer.status).toBe(415);
      }
  });

  test('nobody is signed in or out from elsewhere', async () => {
    await using site = await openSite('sqlite');
    const admin = await site.join('admin', 'ada@example.com');
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const credentials = { email: 'ada@example.com', password: PASSWORD };
    const stranger = site.browser();
    expect(await stranger.ask('POST', '/api/v1/session', { body: credentials, headers })).toMatchObject({
      status: 403,
    });
    expect(stranger.cookies.size).toBe(0);
    expect(await admin.ask('DELETE', '/api/v1/session', { headers })).toMatchObject({ status: 403 });
    expect(await admin.ask('GET', '/api/v1/session', { headers })).toMatchObject({ status: 200 });
  });

  test('a script without a browser signs in, and goes on with a token', async () => {
    await using site = await openSite('sqlite');
    await site.join('admin', 'ada@example.com');
    const headers = { 'sec-fetch-site': null, origin: null };
    const credentials = { email: 'ada@example.com', password: PASSWORD };
    const answer = await site.browser().ask('POST', '/api/v1/session', { body: credentials, headers });
    expect(answer.status).toBe(200);
  });

  test('questions are never refused for where they come from', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(
        crossSiteReason({
          method,
          path: '/',
          site: 'cross-site',
          origin: 'https://evil.example',
          host: 'localhost',
          contentType: null,
          hasBody: false,
          hasCookie: true,
          publicUrl: null,
        }),
      ).toBeNull();
  });
});
