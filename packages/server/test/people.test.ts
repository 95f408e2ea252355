import { describe, expect, test } from 'vitest';
import { changePerson } from '../src/accounts/change-person.ts';
import { listPeople } from '../src/accounts/list-people.ts';
import { type Browser, openSite, PASSWORD, secretOf } from './with-accounts.ts';
import { addPerson, contextOf, openStore, storeKinds } from './with-store.ts';

const idOf = async (browser: Browser): Promise<string> => {
  const { body } = await browser.ask('GET', '/api/v1/session');
  return (body['person'] as { readonly id: string }).id;
};

describe.each(storeKinds)('people on %s', (kind) => {
  test('the last active admin stays one, also when several step down at once', async () => {
    await using opened = await openStore(kind);
    const { store } = opened;
    const admins = await Promise.all(['Ada', 'Kim', 'Uma'].map((name) => addPerson(store, { name, role: 'admin' })));
    const changes = await Promise.allSettled([
      ...admins.map(({ actor }) => changePerson(contextOf(store, actor), { id: actor.id }, { role: 'viewer' })),
      ...admins.map(({ actor }) => changePerson(contextOf(store), { id: actor.id }, { isActive: false })),
    ]);
    const refused = changes.filter((change) => change.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'not-in-this-state' });
    const people = await listPeople(contextOf(store));
    expect(people.filter(({ role, deactivatedAt }) => role === 'admin' && deactivatedAt === null)).toHaveLength(1);
  });

  test('who is deactivated is out at once, with sessions, tokens and links, and comes back without them', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const kim = await site.join('editor', 'kim@example.com');
    const id = await idOf(kim);
    const made = await kim.ask('POST', '/api/v1/tokens', { body: { name: 'Script', scopes: ['read'], days: null } });
    const reset = await admin.ask('POST', `/api/v1/people/${id}/reset-link`);
    expect(reset.status).toBe(201);
    const byToken = { headers: { authorization: `Bearer ${String(made.body['token'])}`, cookie: null } };
    const statuses = async () => [
      (await kim.ask('GET', '/api/v1/session')).status,
      (await site.browser().ask('GET', '/api/v1/session', byToken)).status,
    ];
    const signIn = async () =>
      (await site.browser().ask('POST', '/api/v1/session', { body: { email: 'kim@example.com', password: PASSWORD } }))
        .status;
    expect(await statuses()).toEqual([200, 200]);
    expect(await admin.ask('PATCH', `/api/v1/people/${id}`, { body: { isActive: false } })).toMatchObject({
      status: 200,
      body: { id, deactivatedAt: expect.any(String) },
    });
    expect([...(await statuses()), await signIn()]).toEqual([401, 401, 401]);
    const next = { secret: secretOf(reset), password: 'ten herons by the weir' };
    expect(await kim.ask('POST', '/api/v1/links/reset', { body: next })).toMatchObject({ status: 404 });
    expect(await admin.ask('POST', `/api/v1/people/${id}/reset-link`)).toMatchObject({ status: 409 });
    await admin.ask('PATCH', `/api/v1/people/${id}`, { body: { isActive: true } });
    expect([...(await statuses()), await signIn()]).toEqual([401, 401, 200]);
  });

  test('a role counts from the next request on, and an admin who goes takes their invitations along', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const kim = await site.join('editor', 'kim@example.com');
    const id = await idOf(kim);
    expect(await kim.ask('GET', '/api/v1/invitations')).toMatchObject({ status: 403 });
    await admin.ask('PATCH', `/api/v1/people/${id}`, { body: { role: 'admin' } });
    const invited = await kim.ask('POST', '/api/v1/invitations', { body: { email: 'eve@example.com', role: 'admin' } });
    expect(invited.status).toBe(201);
    await admin.ask('PATCH', `/api/v1/people/${id}`, { body: { role: 'viewer' } });
    expect(await kim.ask('GET', '/api/v1/invitations')).toMatchObject({ status: 403 });
    const body = { secret: secretOf(invited), name: 'Eve', password: PASSWORD };
    expect(await kim.ask('POST', '/api/v1/links/accept', { body })).toMatchObject({ status: 404 });
    const actions = await site.opened.store.read
      .selectFrom('audit')
      .select('detail')
      .where('subject', '=', id)
      .execute();
    expect(actions.map(({ detail }) => detail)).toContain('{"from":"admin","to":"viewer"}');
  });

  test('emails are for admins', async () => {
    await using site = await openSite(kind);
    await site.join('admin', 'ada@example.com');
    const kim = await site.join('viewer', 'kim@example.com');
    const { body } = await kim.ask('GET', '/api/v1/people');
    expect(body['people']).toHaveLength(2);
    expect((body['people'] as readonly { readonly email: string | null }[]).every(({ email }) => email === null)).toBe(
      true,
    );
  });

  test('who is not there is not found', async () => {
    await using site = await openSite(kind);
    const admin = await site.join('admin', 'ada@example.com');
    const change = (id: string, body: unknown) => admin.ask('PATCH', `/api/v1/people/${id}`, { body });
    expect(await change('nobodynobody', { role: 'viewer' })).toMatchObject({ status: 404 });
    expect(await change('nobodynobody', { role: 'owner' })).toMatchObject({ status: 400 });
    expect(await change('nobodynobody', { deactivatedAt: null })).toMatchObject({ status: 400 });
    expect(await change(await idOf(admin), { role: 'viewer' })).toMatchObject({ status: 409 });
    expect(await change(await idOf(admin), {})).toMatchObject({ status: 200, body: { role: 'admin' } });
  });
});
