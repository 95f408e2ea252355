import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../src/accounts/limits.ts';
import { clientAddress, proxiesOf } from '../src/http/visitor-of.ts';
import { type Browser, openSite, PASSWORD } from './with-accounts.ts';

const signIn = (browser: Browser, headers = {}, password = 'not the password', email = 'ada@example.com') =>
  browser.ask('POST', '/api/v1/session', { body: { email, password }, headers });
const countOf = (answers: readonly { readonly status: number }[], status: number) =>
  answers.filter((answer) => answer.status === status).length;

const forged = (index: number) => `6.6.6.${index}`;

describe('S8: limits', () => {
  test('a burst of passwords is stopped, also when all come at once, and says when to go on', async () => {
    await using site = await openSite('sqlite');
    await site.join('admin', 'ada@example.com');
    const browser = site.browser('203.0.113.9');
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(browser)));
    expect([countOf(answers, 401), countOf(answers, 429)]).toEqual([10, 20]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'too-many-requests', retryAfter: expect.any(Number) });
    expect(refused?.headers.get('retry-after')).toBe(String(refused?.body['retryAfter']));
    // The right one is refused as well: otherwise a burst would still find it.
    expect(await signIn(browser, {}, PASSWORD)).toMatchObject({ status: 429 });
    // Somebody else with the same email elsewhere is not locked out.
    expect(await signIn(site.browser('198.51.100.4'), {}, PASSWORD)).toMatchObject({ status: 200 });
  });

  test('many emails from one address are one burst, and one email from many addresses too', async () => {
    const limits = {
      ...defaultLimits,
      signInAddress: { count: 4, seconds: 60 },
      signInEmail: { count: 6, seconds: 60 },
    };
    await using site = await openSite('sqlite', { limits });
    const one = await Promise.all(
      Array.from({ length: 8 }, (_, index) => signIn(site.browser('203.0.113.9'), {}, 'x', `p${index}@example.com`)),
    );
    expect(countOf(one, 429)).toBe(4);
    const many = await Promise.all(
      Array.from({ length: 9 }, (_, index) => signIn(site.browser(`198.51.100.${index}`))),
    );
    expect(countOf(many, 429)).toBe(3);
  });

  test('who gets in is not counted, so that many behind one address do not shut each other out', async () => {
    const limits = {
      ...defaultLimits,
      signInAddress: { count: 3, seconds: 60 },
      signInEmail: { count: 3, seconds: 60 },
      signInBoth: { count: 2, seconds: 60 },
    };
    await using site = await openSite('sqlite', { limits });
    await site.join('admin', 'ada@example.com');
    const browser = site.browser('203.0.113.9');
    for (const password of ['wrong', PASSWORD, 'wrong', PASSWORD, PASSWORD, PASSWORD])
      expect((await signIn(browser, {}, password)).status).toBe(password === PASSWORD ? 200 : 401);
  });

  test('a forged X-Forwarded-For changes nothing, unless it is of a proxy that is trusted', async () => {
    const limits = { ...defaultLimits, address: { count: 3, seconds: 60 } };
    const burst = async (
      trustProxy: boolean | readonly string[],
      remote: string,
      forwarded: (index: number) => string,
    ) => {
      await using site = await openSite('sqlite', { limits, trustProxy });
      const answers = [];
      for (let index = 0; index < 5; index += 1) {
        const headers = {
          'x-forwarded-for': forwarded(index),
          'x-real-ip': `9.9.9.${index}`,
          forwarded: `for=9.9.9.${index}`,
        };
        answers.push(await site.browser(remote).ask('GET', '/api/v1/session', { headers }));
      }
      return countOf(answers, 429);
    };
    expect(await burst(false, '203.0.113.9', forged)).toBe(2);
    expect(await burst(['10.0.0.0/8'], '203.0.113.9', forged)).toBe(2);
    // A proxy of ours adds whom it was asked by at the right; left of it stands what that one made up.
    expect(await burst(['10.0.0.0/8'], '10.0.0.1', (index) => `6.6.6.${index}, 203.0.113.9`)).toBe(2);
    expect(await burst(true, '10.0.0.1', (index) => `6.6.6.${index}, 203.0.113.9`)).toBe(2);
    expect(await burst(['10.0.0.0/8'], '::ffff:10.0.0.1', forged)).toBe(0);
    expect(await burst(true, '10.0.0.1', forged)).toBe(0);
  });

  test('an account is counted over all its sessions and tokens, and a token by itself', async () => {
    const limits = { ...defaultLimits, account: { count: 6, seconds: 60 }, token: { count: 3, seconds: 60 } };
    await using site = await openSite('sqlite', { limits });
    const admin = await site.join('admin', 'ada@example.com');
    const made = await admin.ask('POST', '/api/v1/tokens', { body: { name: 'Script', scopes: ['read'] } });
    const authorization = `Bearer ${String(made.body['token'])}`;
    const statuses = [];
    for (let index = 0; index < 4; index += 1)
      statuses.push(
        (await site.browser(`198.51.100.${index}`).ask('GET', '/api/v1/session', { headers: { authorization } }))
          .status,
      );
    for (let index = 0; index < 3; index += 1) statuses.push((await admin.ask('GET', '/api/v1/session')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 200, 200, 429]);
  });

  test('after the time it says it goes on', async () => {
    const limits = { ...defaultLimits, address: { count: 2, seconds: 1 } };
    await using site = await openSite('sqlite', { limits });
    const ask = async () => (await site.browser('203.0.113.9').ask('GET', '/api/v1/session')).status;
    expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 429]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await ask()).toBe(401);
  });

  test('links are not guessed in bursts either', async () => {
    const limits = { ...defaultLimits, signInAddress: { count: 2, seconds: 60 } };
    await using site = await openSite('sqlite', { limits });
    const browser = site.browser('203.0.113.9');
    const read = async () => (await browser.ask('POST', '/api/v1/links/read', { body: { secret: 'x' } })).status;
    expect([await read(), await read(), await read()]).toEqual([404, 404, 429]);
  });
});

describe('S8: the address that is counted', () => {
  const proxies = proxiesOf(['10.0.0.0/8', '192.0.2.7', 'fd00::/8']);

  test.each([
    ['203.0.113.9', '1.1.1.1', '203.0.113.9'],
    ['10.0.0.1', '1.1.1.1', '1.1.1.1'],
    ['10.0.0.1', '1.1.1.1, 10.2.2.2', '1.1.1.1'],
    ['10.0.0.1', '1.1.1.1, 2.2.2.2, 192.0.2.7', '2.2.2.2'],
    ['10.0.0.1', null, '10.0.0.1'],
    ['10.0.0.1', 'unknown', '10.0.0.1'],
    ['10.0.0.1', '1.1.1.1, <script>', '10.0.0.1'],
    ['10.0.0.1', '1.1.1.1:4711', '1.1.1.1'],
    ['10.0.0.1', '[2001:db8::1]:4711', '2001:db8:0:0::'],
    ['2001:db8:1:2:3:4:5:6', null, '2001:db8:1:2::'],
    ['2001:db8:1:2::', null, '2001:db8:1:2::'],
    ['::1', null, '0:0:0:0::'],
    ['fd00::1', '2001:DB8::8', '2001:db8:0:0::'],
    ['fe80::1%eth0', null, 'fe80:0:0:0::'],
    ['::ffff:203.0.113.9', null, '203.0.113.9'],
    [null, '1.1.1.1', 'unknown'],
  ])('%s with %s is %s', (remote, forwarded, address) => {
    expect(clientAddress(remote, forwarded, proxies)).toBe(address);
  });

  test('nothing that a client writes before what our proxy adds has a say', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (written) => {
        expect(clientAddress('10.0.0.1', `${written}, 203.0.113.9`, proxies)).toBe('203.0.113.9');
        expect(clientAddress('203.0.113.9', written, proxies)).toBe('203.0.113.9');
      }),
    );
  });

  test.each(['10.0.0.0/33', 'fd00::/129', '10.0.0.0/', 'loopback', '', '10.0.0.0/-1', '10.0.0.0/8x'])(
    '“%s” names no proxy',
    (written) => {
      expect(() => proxiesOf([written])).toThrow(RangeError);
    },
  );
});
