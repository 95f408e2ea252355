import { describe, expect, test } from 'vitest';
import { firstLink } from '../src/accounts/first-link.ts';
import { linkPath } from '../src/accounts/one-time-link.ts';
import { resetLink } from '../src/accounts/reset-link.ts';
import { openSite, PASSWORD, secretOf } from './with-accounts.ts';
import { addPerson, contextOf, storeKinds } from './with-store.ts';

const HOUR = 3_600_000;

describe.each(storeKinds)('accounts by invitation on %s', (kind) => {
  test('the first link makes the admin, once, and only while there is nobody', async () => {
    await using site = await openSite(kind);
    const context = contextOf(site.opened.store);
    const stale = await firstLink(context);
    const link = await firstLink(context);
    expect(link?.path).toBe(linkPath(link?.secret ?? ''));
    const browser = site.browser();
    const accept = (secret: string, email = 'ada@example.com') =>
      browser.ask('POST', '/api/v1/links/accept', { body: { secret, name: 'Ada', email, password: PASSWORD } });
    expect(await accept(stale?.secret ?? '')).toMatchObject({ status: 404 });
    expect(await browser.ask('POST', '/api/v1/links/read', { body: { secret: link?.secret } })).toMatchObject({
      status: 200,
      body: { kind: 'first', email: null, role: 'admin' },
    });
    expect(await accept(link?.secret ?? '', 'no email')).toMatchObject({ status: 400, body: { field: 'email' } });
    expect(await accept(link?.secret ?? '')).toMatchObject({ status: 200, body: { person: { role: 'admin' } } });
    expect(await accept(link?.secret ?? '', 'eve@example.com')).toMatchObject({ status: 404 });
    expect(await firstLink(context)).toBeNull();
  });

  test('a first link that is out does not make a second admin', async () => {
    await using site = await openSite(kind);
    const link = await firstLink(contextOf(site.opened.store));
    await addPerson(site.opened.store, { name: 'Kim', role: 'admin' });
    const body = { secret: link?.secret, name: 'Eve', email: 'eve@example.com', password: PASSWORD };
    const answer = await site.browser().ask('POST', '/api/v1/links/accept', { body });
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-in-this-state' } });
    expect(await site.opened.store.read.selectFrom('people').selectAll().execute()).toHaveLength(1);
  });

  test('an invitation makes one account however often it is sent at once', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const invited = await admin.ask('POST', '/api/v1/invitations', {
      body: { email: 'Kim@Example.com ', role: 'editor' },
    });
    expect(invited.status).toBe(201);
    const listed = await admin.ask('GET', '/api/v1/invitations');
    expect(listed.body).toMatchObject({ invitations: [{ email: 'kim@example.com', role: 'editor' }] });
    const body = { secret: secretOf(invited), name: 'Kim', email: 'eve@example.com', password: PASSWORD };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => site.browser().ask('POST', '/api/v1/links/accept', { body })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404, 404]);
    const people = await admin.ask('GET', '/api/v1/people');
    const emails = (people.body['people'] as readonly { readonly email: string }[]).map(({ email }) => email);
    expect(emails.toSorted()).toEqual(['ada@example.com', 'kim@example.com']);
    expect((await admin.ask('GET', '/api/v1/invitations')).body).toEqual({ invitations: [] });
  });

  test('an invitation that is over, withdrawn or replaced makes none', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const make = (email: string) =>
      admin.ask('POST', '/api/v1/invitations', { body: { email, role: 'viewer', hours: 2 } });
    const [over, withdrawn, replaced] = [
      await make('a@example.com'),
      await make('b@example.com'),
      await make('c@example.com'),
    ];
    await make('c@example.com');
    expect(await admin.ask('DELETE', `/api/v1/invitations/${String(withdrawn.body['id'])}`)).toMatchObject({
      status: 204,
    });
    const accept = (secret: string) =>
      site.browser().ask('POST', '/api/v1/links/accept', { body: { secret, name: 'Kim', password: PASSWORD } });
    expect(await accept(secretOf(withdrawn))).toMatchObject({ status: 404 });
    expect(await accept(secretOf(replaced))).toMatchObject({ status: 404 });
    site.clock.now = new Date(Date.now() + 2 * HOUR + 1);
    expect(await accept(secretOf(over))).toMatchObject({ status: 404 });
    expect(await accept('made up')).toMatchObject({ status: 404 });
    const hashes = await site.opened.store.read.selectFrom('invitations').select('hash').execute();
    expect(JSON.stringify(hashes)).not.toContain(secretOf(over));
  });

  test('a password has twelve characters at least and is not the email', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const invited = await admin.ask('POST', '/api/v1/invitations', {
      body: { email: 'kim@example.com', role: 'viewer' },
    });
    for (const password of [
      'short',
      'elevenchars',
      'KIM@example.com',
      'a'.repeat(30),
      'ü'.repeat(11),
      'x'.repeat(900),
    ]) {
      const body = { secret: secretOf(invited), name: 'Kim', password };
      expect(await site.browser().ask('POST', '/api/v1/links/accept', { body })).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', field: 'password' },
      });
    }
    const body = { secret: secretOf(invited), name: '\u202e\u0000 ', password: PASSWORD };
    expect(await site.browser().ask('POST', '/api/v1/links/accept', { body })).toMatchObject({
      body: { field: 'name' },
    });
  });

  test('nobody is invited who has an account', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    expect(
      await admin.ask('POST', '/api/v1/invitations', { body: { email: 'ADA@example.com', role: 'viewer' } }),
    ).toMatchObject({ status: 409 });
  });

  test('a reset link sets a new password once and ends all sessions', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const context = contextOf(site.opened.store);
    const stale = await resetLink(context, { email: 'ada@example.com' });
    const link = await resetLink(context, { email: 'Ada@Example.com' });
    await expect(resetLink(context, { email: 'eve@example.com' })).rejects.toMatchObject({ code: 'not-found' });
    const browser = site.browser();
    const next = 'ten herons by the weir';
    const reset = (secret: string) => browser.ask('POST', '/api/v1/links/reset', { body: { secret, password: next } });
    expect(await reset(stale.secret)).toMatchObject({ status: 404 });
    const accepted = { secret: link.secret, name: 'Eve', password: next };
    expect(await browser.ask('POST', '/api/v1/links/accept', { body: accepted })).toMatchObject({ status: 404 });
    expect(await reset(link.secret)).toMatchObject({ status: 200, body: { person: { role: 'admin' } } });
    expect(await reset(link.secret)).toMatchObject({ status: 404 });
    expect(await admin.ask('GET', '/api/v1/session')).toMatchObject({ status: 401 });
    expect(await browser.ask('GET', '/api/v1/session')).toMatchObject({ status: 200 });
    const signIn = (password: string) =>
      site.browser().ask('POST', '/api/v1/session', { body: { email: 'ada@example.com', password } });
    expect(await signIn(PASSWORD)).toMatchObject({ status: 401 });
    expect(await signIn(next)).toMatchObject({ status: 200 });
  });

  test('all of it is in the audit, and no email, name, secret or password is', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const invited = await admin.ask('POST', '/api/v1/invitations', {
      body: { email: 'kim@example.com', role: 'viewer' },
    });
    await admin.ask('DELETE', '/api/v1/session');
    const entries = await site.opened.store.read.selectFrom('audit').selectAll().orderBy('sequence').execute();
    expect(entries.map(({ action }) => action)).toEqual([
      'invitation.create',
      'person.join',
      'session.open',
      'invitation.create',
      'session.close',
    ]);
    const written = JSON.stringify(entries);
    for (const word of ['ada@', 'kim@', secretOf(invited), PASSWORD]) expect(written).not.toContain(word);
  });
});
