import { ApiProblem, createClient } from '@debrief/api';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import * as api from '@debrief/api';
import { createApp } from '../src/http/create-app.ts';
import { addPerson, contextOf, openStore, type OpenedStore } from './with-store.ts';

const TEXT = '# Kite feed stood still\n\n**Severity:** SEV2\n\n## Action items\n\n- [ ] Add an alert\n';

let opened: OpenedStore;
let server: ReturnType<typeof serve>;
let url: string;
let token: string;
/** Answers so many requests with 503 before the app is asked. */
let refusals = 0;
let asked = 0;

/** What a server answers that cannot just now, as often as is asked for. */
async function refusedOr(answer: () => Response | Promise<Response>): Promise<Response> {
  asked += 1;
  if (refusals === 0) return answer();
  refusals -= 1;
  const body = { type: 'urn:debrief:problem:unavailable', title: 'Not now', status: 503, code: 'unavailable' };
  return Response.json(
    { ...body, detail: 'Later.' },
    { status: 503, headers: { 'content-type': 'application/problem+json' } },
  );
}

async function timesAsked(times: number, request: () => Promise<unknown>): Promise<number> {
  [refusals, asked] = [times, 0];
  await request().catch((error: unknown) => error);
  refusals = 0;
  return asked;
}

beforeAll(async () => {
  opened = await openStore('sqlite');
  ({ token } = await addPerson(opened.store, { name: 'Kim', role: 'editor' }));
  const { actor: _, ...surroundings } = contextOf(opened.store);
  const app = createApp({ ...surroundings, report: (error) => expect.fail(String(error)) });
  url = await new Promise((resolve) => {
    server = serve(
      { fetch: (request) => refusedOr(() => app.fetch(request)), port: 0, hostname: '127.0.0.1' },
      ({ port }) => resolve(`http://127.0.0.1:${port}/`),
    );
  });
});

afterAll(async () => {
  await new Promise((resolve) => void server.close(resolve));
  await opened[Symbol.asyncDispose]();
});

test('asks a real server, and answers with the types of its routes', async () => {
  const client = createClient({ url, token });
  const made = await client.createPostmortem({ json: { text: TEXT } });
  expectTypeOf(made.revision).toEqualTypeOf<number>();
  const params = { id: made.id };
  const got = await client.getPostmortem({ params, query: { revision: 'newest' } });
  expect(got.text).toBe(TEXT);
  const change = { kind: 'tickAction', action: { index: 0 } } as const;
  const changed = await client.changePostmortem({ params, json: { base: 1, edit: { kind: 'change', change } } });
  expect(changed).toMatchObject({ revision: 2, text: TEXT.replace('[ ]', '[x]') });
  const { items } = await client.listActions({ query: { state: 'all' } });
  expect(items).toMatchObject([{ text: 'Add an alert', state: 'done' }]);
  expect((await client.listTemplates()).items).toHaveLength(5);
});

test('what was not done is one kind of error, with its code and what the answer holds', async () => {
  const client = createClient({ url, token });
  const missing = client.getPostmortem({ params: { id: 'aaaaaaaaaaaa' } });
  await expect(missing).rejects.toBeInstanceOf(ApiProblem);
  await expect(missing).rejects.toMatchObject({ code: 'not-found', status: 404 });
  await expect(createClient({ url }).listActions()).rejects.toMatchObject({ code: 'not-signed-in' });
  const { id } = await client.createPostmortem({ json: { text: TEXT } });
  const write = (text: string) =>
    client.changePostmortem({ params: { id }, json: { base: 1, edit: { kind: 'text', text } } });
  await write(TEXT.replace('stood still', 'stopped'));
  await expect(write(TEXT.replace('stood still', 'halted'))).rejects.toMatchObject({
    code: 'conflict',
    answer: { revision: 2, theirs: expect.stringContaining('stopped'), yours: expect.stringContaining('halted') },
  });
});

test('no server, and a server that is none of ours', async () => {
  const nobody = createClient({ url: 'http://127.0.0.1:9', token });
  await expect(nobody.listActions()).rejects.toMatchObject({ code: 'unreachable', status: 0 });
  const strange = createClient({ url, fetch: async () => new Response('<h1>Hi</h1>', { status: 404 }) });
  await expect(strange.listActions()).rejects.toMatchObject({ code: 'not-understood', status: 404 });
});

test('what is safe to send twice is sent once more after 503; what is not, is not', async () => {
  const client = createClient({ url, token, patience: 1 });
  const json = { text: TEXT };
  expect(await timesAsked(1, () => client.listActions())).toBe(2);
  expect(await timesAsked(9, () => client.listActions())).toBe(2);
  expect(await timesAsked(1, () => client.createPostmortem({ json }))).toBe(1);
  expect(await timesAsked(1, () => client.createPostmortem({ json, idempotencyKey: 'once' }))).toBe(2);
});

test('the client knows every route that is defined', () => {
  const client = createClient({ url });
  const defined = Object.keys(api).filter((name) => name.endsWith('Route'));
  expect(defined.length).toBeGreaterThan(20);
  // Archives and files are taken and given as bytes, with any client of HTTP.
  const ofBytes = ['importRoute', 'exportRoute', 'listAttachmentsRoute', 'getAttachmentRoute'];
  // Every other route is exported by definitions.ts, from where both the door and the client take it.
  expect(
    defined
      .filter((name) => !ofBytes.includes(name))
      .filter((name) => !Object.hasOwn(client, name.slice(0, -'Route'.length))),
  ).toEqual([]);
});
