import { describe, expect, test } from 'vitest';
import { createApp } from '../src/http/create-app.ts';
import { changePostmortem } from '../src/postmortem/change-postmortem.ts';
import { createPostmortem } from '../src/postmortem/create-postmortem.ts';
import { getPostmortem } from '../src/postmortem/get-postmortem.ts';
import { addPerson, contextOf, openStore, storeKinds } from './with-store.ts';

const TEXT =
  '# Kite feed stood still\n\n**Severity:** SEV2\n\n## Timeline\n\n- 10:02 feed stops\n\n## Action items\n\n- [ ] Add an alert\n';

describe.each(storeKinds)('the door on %s', (kind) => {
  test('what is created is there, byte for byte', async () => {
    await using opened = await openStore(kind);
    const context = contextOf(opened.store);
    const text = TEXT.replaceAll('\n', '\r\n');
    const { id } = await createPostmortem(context, { text, fileName: 'kite.md', reason: 'First' });
    const { revision } = await getPostmortem(context, { id });
    expect(revision.text).toBe(text);
    expect(revision.number).toBe(1);
  });

  test('two people who add a row at the same place both keep it', async () => {
    await using opened = await openStore(kind);
    const context = contextOf(opened.store);
    const { id } = await createPostmortem(context, { text: TEXT, fileName: 'kite.md', reason: 'First' });
    const add = (text: string) =>
      changePostmortem(context, {
        id,
        base: 1,
        edit: { kind: 'change', change: { kind: 'addEvent', event: { at: '10:05', text } } },
        reason: 'A row',
      });
    await Promise.all([add('one person saw it'), add('another person saw it')]);
    const { revision } = await getPostmortem(context, { id });
    expect(revision.number).toBe(3);
    expect(revision.text).toContain('one person saw it');
    expect(revision.text).toContain('another person saw it');
  });

  test('the same words changed by two are answered with both texts', async () => {
    await using opened = await openStore(kind);
    const context = contextOf(opened.store);
    const { id } = await createPostmortem(context, { text: TEXT, fileName: 'kite.md', reason: 'First' });
    const write = (text: string) =>
      changePostmortem(context, { id, base: 1, edit: { kind: 'text', text }, reason: 'Words' });
    await write(TEXT.replace('stood still', 'stopped'));
    await expect(write(TEXT.replace('stood still', 'halted'))).rejects.toMatchObject({
      code: 'conflict',
      more: { revision: 2, yours: TEXT.replace('stood still', 'halted') },
    });
  });

  test('through HTTP, with a token and without', async () => {
    await using opened = await openStore(kind);
    const { store } = opened;
    const { actor: _, ...surroundings } = contextOf(store);
    const { token } = await addPerson(store, { name: 'Kim', role: 'editor' });
    const app = createApp({ ...surroundings, report: (error) => expect.fail(String(error)) });
    const body = JSON.stringify({ text: TEXT, fileName: 'kite.md' });
    const headers = { 'content-type': 'application/json' };
    const refused = await app.request('/api/v1/postmortems', { method: 'POST', body, headers });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const made = await app.request('/api/v1/postmortems', {
      method: 'POST',
      body,
      headers: { ...headers, authorization: `Bearer ${token}` },
    });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ text: TEXT, revision: 1, state: 'draft' });
  });
});
