import { describe, expect, test } from 'vitest';
import { createApp } from '../src/http/create-app.ts';
import { addPerson, contextOf, openStore, type OpenedStore, storeKinds } from './with-store.ts';

const TEXT =
  '# Kite feed stood still\n\n**Severity:** SEV2\n\n## Timeline\n\n- 10:02 feed stops\n\n## Action items\n\n' +
  '| Action | Owner | Due |\n|---|---|---|\n| Add an alert | Kim | 2026-01-05 |\n| Write it down | Ola | 2026-02-05 |\n';

// eslint-disable-next-line typescript/no-explicit-any -- answers of many routes, each held to its words by the tests
type Answer = Record<string, any>;

async function signedIn({ store }: OpenedStore, role: 'admin' | 'editor' | 'viewer' = 'editor') {
  const { actor: _, ...surroundings } = contextOf(store);
  const { token } = await addPerson(store, { name: 'Kim', role });
  const app = createApp({ ...surroundings, report: (error) => expect.fail(String(error)) });
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const create = async (text = TEXT): Promise<Answer> =>
    (await (await ask('POST', '/api/v1/postmortems', { text })).json()) as Answer;
  return { app, ask, create, token };
}

describe.each(storeKinds)('the wire on %s', (kind) => {
  test('a change by its base, a merge, and a conflict with both texts', async () => {
    await using opened = await openStore(kind);
    const { ask, create } = await signedIn(opened);
    const { id } = await create();
    const change = (edit: unknown, base = 1) => ask('PATCH', `/api/v1/postmortems/${id}`, { base, edit });
    const set = await change({ kind: 'change', change: { kind: 'setField', field: 'severity', value: 'SEV1' } });
    expect(set.status).toBe(200);
    expect(await set.json()).toMatchObject({ revision: 2, text: TEXT.replace('SEV2', 'SEV1') });
    const merged = await change({ kind: 'text', text: TEXT.replace('stood still', 'stopped') });
    expect(await merged.json()).toMatchObject({ revision: 3 });
    const conflict = await change({ kind: 'splices', splices: [{ from: 12, to: 23, insert: 'halted' }] });
    expect(conflict.status).toBe(409);
    expect(await conflict.json()).toMatchObject({ code: 'conflict', revision: 3, theirs: expect.any(String) });
  });

  test('ETags: 304 for who has it, 412 for who saw something older', async () => {
    await using opened = await openStore(kind);
    const { ask, create } = await signedIn(opened);
    const { id } = await create();
    const path = `/api/v1/postmortems/${id}`;
    const tag = (await ask('GET', path)).headers.get('etag') ?? '';
    const again = await ask('GET', path, undefined, { 'if-none-match': `"other", W/${tag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    const edit = { kind: 'text', text: `${TEXT}\nMore.\n` };
    const done = await ask('PATCH', path, { base: 1, edit }, { 'if-match': tag });
    expect(done.status).toBe(200);
    expect(done.headers.get('etag')).toBe((await ask('GET', path)).headers.get('etag'));
    const stale = await ask('PATCH', path, { base: 2, edit: { kind: 'text', text: TEXT } }, { 'if-match': tag });
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ code: 'stale' });
  });

  test('the same key is done once, also twice at the same time; another request with it is refused', async () => {
    await using opened = await openStore(kind);
    const { ask } = await signedIn(opened);
    const key = { 'idempotency-key': 'deploy-17' };
    const send = () => ask('POST', '/api/v1/postmortems', { text: TEXT }, key);
    const answers = await Promise.all([send(), send(), send()]);
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as Answer)['id'] as string));
    expect(new Set(ids).size).toBe(1);
    const later = await send();
    expect(later.status).toBe(201);
    expect(later.headers.get('idempotency-replayed')).toBe('true');
    expect(later.headers.get('location')).toBe(`/api/v1/postmortems/${ids[0]}`);
    expect(((await later.json()) as Answer)['id']).toBe(ids[0]);
    const { count } = await opened.store.read
      .selectFrom('postmortems')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toEqual(expect.toBeOneOf([1, '1']));
    const other = await ask('POST', '/api/v1/postmortems', { text: `${TEXT}.` }, key);
    expect([other.status, ((await other.json()) as Answer)['code']]).toEqual([422, 'key-reused']);
  });

  test('an effect whose answer was lost is not done again', async () => {
    await using opened = await openStore(kind);
    const { ask } = await signedIn(opened);
    const send = () => ask('POST', '/api/v1/postmortems', { text: TEXT }, { 'idempotency-key': 'k' });
    const first = (await (await send()).json()) as Answer;
    await opened.store.write(async (transaction) => {
      const body = JSON.stringify([{ value: { id: first['id'], revision: 1, textHash: first['textHash'] } }]);
      await transaction.updateTable('answers').set({ status: 0, headers: '{}', body }).execute();
    });
    expect(await (await send()).json()).toMatchObject({ id: first['id'] });
  });

  test('action items of all documents: pages, filters, and a tick that is written into the text', async () => {
    await using opened = await openStore(kind);
    const { ask, create } = await signedIn(opened);
    const { id } = await create();
    await create(TEXT.replaceAll('2026', '2099'));
    const list = async (query: string) => (await (await ask('GET', `/api/v1/actions?${query}`)).json()) as Answer;
    const first = await list('limit=3');
    expect(first['items'].map(({ due }: Answer) => due)).toEqual(['2026-01-05', '2026-02-05', '2099-01-05']);
    const rest = await list(`limit=3&cursor=${first['next']}`);
    expect(rest).toMatchObject({ items: [{ due: '2099-02-05' }], next: null });
    expect((await list('owner=kim'))['items']).toHaveLength(2);
    expect((await list('due=none'))['items']).toHaveLength(0);
    expect((await list('due=2026-01-31'))['items']).toHaveLength(1);
    const other = await ask('GET', `/api/v1/actions?owner=Kim&cursor=${first['next']}`);
    expect(other.status).toBe(400);
    const [item] = first['items'];
    const ticked = await ask('PATCH', `/api/v1/actions/${item.id}`, {
      isDone: true,
      owners: ['Ada'],
      due: '2026-03-01',
    });
    expect(ticked.status).toBe(200);
    expect(await ticked.json()).toMatchObject({ id: item.id, state: 'done', owners: ['Ada'], dueDay: '2026-03-01' });
    const { text, revision } = (await (await ask('GET', `/api/v1/postmortems/${id}`)).json()) as Answer;
    expect([revision, text.includes('Ada')]).toEqual([2, true]);
    expect((await list('state=done'))['items']).toHaveLength(1);
    const nothing = await ask('PATCH', `/api/v1/actions/${item.id}`, { reason: 'x' });
    expect(nothing.status).toBe(400);
  });

  test('findings, measurements, related, insights, templates, settings and audit answer', async () => {
    await using opened = await openStore(kind);
    const { ask, create } = await signedIn(opened, 'admin');
    const { id } = await create();
    await create(TEXT.replace('SEV2', 'SEV3'));
    const get = async (path: string) => {
      const answer = await ask('GET', `/api/v1/${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      return (await answer.json()) as Answer;
    };
    expect((await get(`postmortems/${id}/findings?stage=published`))['findings'].length).toBeGreaterThan(3);
    expect((await get(`postmortems/${id}/measurements`))['measurements'].length).toBeGreaterThan(10);
    expect(await get(`postmortems/${id}/related?later=true`)).toMatchObject({ compared: expect.any(Number) });
    expect(await get('insights?from=2026-01-01&to=2026-12-31&groupBy=severity&split=none')).toMatchObject({
      window: { from: '2026-01-01' },
    });
    expect((await get('templates'))['items']).toHaveLength(5);
    expect((await get('templates/compact'))['draft']).toContain('#');
    const tag = (await ask('GET', '/api/v1/settings')).headers.get('etag') ?? '';
    const put = await ask('PUT', '/api/v1/settings', { text: 'zone: Nowhere\n' }, { 'if-match': tag });
    expect(await put.json()).toMatchObject({ text: 'zone: Nowhere\n', messages: [{ line: 1 }] });
    const stale = await ask('PUT', '/api/v1/settings', { text: '' }, { 'if-match': tag });
    expect(stale.status).toBe(412);
    const audit = await get('audit?limit=2');
    expect(audit['items'].map(({ action }: Answer) => action)).toEqual(['settings.change', 'postmortem.create']);
    expect(await get(`audit?limit=2&cursor=${audit['next']}`)).toMatchObject({ items: [{ sequence: 1 }], next: null });
  });
});
