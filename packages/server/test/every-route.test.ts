import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createApp } from '../src/http/create-app.ts';
import { nowhere } from '../src/operation/operation.ts';
import { roleMatrix } from '../src/policies/role-matrix.ts';
import { type AnyRequest, anyRequest } from './any-request.ts';
import { documentOf, everyRoute, type RouteSpec } from './every-route.ts';
import { addPerson, contextOf, openStore } from './with-store.ts';

const TEXT =
  '# Kite feed stood still\n\n**Severity:** SEV2\n\n## Timeline\n\n- 10:02 feed stops\n\n## Action items\n\n- [ ] Add an alert\n';
const SEED = 20_260_501;
const RUNS = 25;
const LARGEST = 200_000;
const NO_LIMIT = { count: 1_000_000, seconds: 60 };

interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** The whole app on an empty SQLite with one document in it, and an admin who asks. */
async function openWire() {
  const opened = await openStore('sqlite');
  const { actor: _, ...surroundings } = contextOf(opened.store);
  const faults: unknown[] = [];
  const app = createApp({
    ...surroundings,
    operation: { ...nowhere, largestRequest: LARGEST },
    access: { limits: noLimits() },
    report: (error) => faults.push(error),
  });
  let { token } = await addPerson(opened.store, { name: 'Kim', role: 'admin' });
  await addPerson(opened.store, { name: 'Ada', role: 'admin' });
  const send = async ({ method, path, headers, body }: AnyRequest): Promise<Answered> => {
    const answer = await app.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && method !== 'GET' && { body }),
    });
    const type = answer.headers.get('content-type');
    const text = await answer.text();
    const isJson = type?.includes('json') === true;
    return { status: answer.status, type, headers: answer.headers, body: isJson ? JSON.parse(text) : {} };
  };
  /** Some routes may have taken the account of who asks. */
  const renew = async (): Promise<void> => {
    ({ token } = await addPerson(opened.store, { name: 'Kim', role: 'admin' }));
  };
  /** A new document with an action item; what happened to the last one is no matter then. */
  const keep = async (): Promise<readonly string[]> => {
    const body = JSON.stringify({ text: TEXT });
    const headers = { 'content-type': 'application/json' };
    const { body: made } = await send({ method: 'POST', path: '/api/v1/postmortems', headers, body });
    const id = String(made['id']);
    const { body: list } = await send({ method: 'GET', path: '/api/v1/actions', headers: {} });
    const actions = list['items'] as { readonly id: string; readonly postmortem: { readonly id: string } }[];
    const action = actions.find(({ postmortem }) => postmortem.id === id);
    return [id, action?.id ?? ''];
  };
  const [id = ''] = await keep();
  const document = await documentOf(app);
  return {
    app,
    send,
    renew,
    keep,
    faults,
    document,
    id,
    routes: everyRoute(document),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

function noLimits() {
  return {
    address: NO_LIMIT,
    account: NO_LIMIT,
    token: NO_LIMIT,
    costly: NO_LIMIT,
    signInAddress: NO_LIMIT,
    signInEmail: NO_LIMIT,
    signInBoth: NO_LIMIT,
  };
}

/** Says what is wrong with an answer to bad input. */
function problemFault({ status, type, body }: Answered): string | null {
  if (status < 400) return null;
  if (type !== 'application/problem+json') return `${status} is answered as ${type}`;
  const { code, detail, title } = body;
  if (body['type'] !== `urn:debrief:problem:${String(code)}`) return `the type is ${String(body['type'])}`;
  if (body['status'] !== status) return `the status in the body is ${String(body['status'])}`;
  return [code, detail, title].every((each) => typeof each === 'string' && each !== '') ? null : 'it says too little';
}

function at({ method, path }: RouteSpec, id: string): string {
  return `${method} ${path.replaceAll(/\{[^}]+\}/g, id)}`;
}

test('the document is sound OpenAPI 3.1 and names every route of the API with its problems', async () => {
  await using wire = await openWire();
  const { valid, errors } = await new Validator().validate(structuredClone(wire.document) as never);
  expect([valid, errors]).toEqual([true, undefined]);
  expect(wire.document.openapi).toBe('3.1.0');
  const named = new Set(wire.routes.map(({ method, path }) => `${method} ${path.replaceAll(/\{([^}]+)\}/g, ':$1')}`));
  const asked = Object.keys(roleMatrix).filter(
    (route) => / \/api\/v1\//.test(route) && !route.endsWith('/openapi.json'),
  );
  expect(asked.filter((route) => !named.has(route))).toEqual([]);
  for (const route of wire.routes) {
    const own = [
      route.path.includes('{') ? '404' : [],
      roleMatrix[`${route.method} ${route.path}`] === 'open' ? [] : '401',
    ];
    expect([at(route, '·'), own.flat().filter((status) => !route.responses.includes(status))]).toEqual([
      at(route, '·'),
      [],
    ]);
  }
});

test('the page of the API names every route and needs no script', async () => {
  await using wire = await openWire();
  const answer = await wire.app.request('/api/docs');
  const page = await answer.text();
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(page).not.toMatch(/<script|\son\w+=|style=/);
  for (const { method, path } of wire.routes) expect(page).toContain(`${method} ${path}`);
  expect((await wire.app.request('/api/docs.css')).status).toBe(200);
});

const json = { 'content-type': 'application/json' };
const deep = `${'['.repeat(40)}${']'.repeat(40)}`;

/** Bodies that no route takes, with the code of the answer. */
const badBodies: Readonly<
  Record<string, readonly [headers: Record<string, string>, body: string | Uint8Array, code: string]>
> = {
  'no JSON': [json, '{"text":', 'invalid-request'],
  'nothing at all': [json, '', 'invalid-request'],
  'another type': [{ 'content-type': 'text/plain' }, '{}', 'unsupported-type'],
  'another charset': [{ 'content-type': 'application/json; charset=utf-16' }, '{}', 'unsupported-type'],
  packed: [{ ...json, 'content-encoding': 'gzip' }, '{}', 'unsupported-type'],
  'no UTF-8': [json, new Uint8Array([123, 34, 0xff, 34, 125]), 'invalid-request'],
  'a name twice': [json, '{"text":"a","text":"b"}', 'invalid-request'],
  'a name of the language': [json, '{"__proto__":{"polluted":true}}', 'invalid-request'],
  'the same name, written otherwise': [json, '{"\\u005f_proto__":{"polluted":true}}', 'invalid-request'],
  'a constructor': [json, '{"text":"a","constructor":{"prototype":{"polluted":true}}}', 'invalid-request'],
  'nested too deep': [json, `{"text":${deep}}`, 'invalid-request'],
  'half a character': [json, '{"text":"\\ud800"}', 'invalid-request'],
  'the character zero': [json, '{"text":"\\u0000"}', 'invalid-request'],
  'too much': [json, JSON.stringify({ text: 'a'.repeat(LARGEST) }), 'too-large'],
};

test.each(Object.entries(badBodies))(
  'S13: %s is a problem with its code for every route',
  async (_, [headers, body, code]) => {
    await using wire = await openWire();
    const wrong: unknown[] = [];
    for (const route of wire.routes) {
      if (route.body === null || route.method === 'GET') continue;
      const [method = '', path = ''] = at(route, wire.id).split(' ');
      const answer = await wire.send({ method, path, headers, body: body as string });
      // Where it is in the way of nobody, the state of things may be told first.
      if (problemFault(answer) !== null || answer.body['code'] !== code)
        wrong.push([method, path, answer.status, answer.body]);
    }
    expect(wrong).toEqual([]);
    expect(wire.faults).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

test('what no route takes: 404, and 405 with what the address takes', async () => {
  await using wire = await openWire();
  const nothing = await wire.send({ method: 'GET', path: '/api/v1/nothing', headers: {} });
  expect([nothing.status, nothing.body['code'], problemFault(nothing)]).toEqual([404, 'not-found', null]);
  for (const route of wire.routes) {
    const [, path = ''] = at(route, wire.id).split(' ');
    const taken = wire.routes.filter((other) => at(other, '·').split(' ')[1] === at(route, '·').split(' ')[1]);
    const method =
      ['DELETE', 'PUT', 'PATCH', 'POST'].find((each) => !taken.some((other) => other.method === each)) ?? '';
    const answer = await wire.send({ method, path, headers: { 'content-type': 'application/json' } });
    expect([method, path, answer.status, answer.body['code']]).toEqual([method, path, 405, 'method-not-allowed']);
    expect(answer.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining([route.method]));
  }
});

test('an address that cannot be understood is a problem', async () => {
  await using wire = await openWire();
  for (const path of [
    '/api/v1/postmortems/%00aaaaaaaa',
    '/api/v1/actions?owner=%00',
    '/api/v1/actions?owner=%ED%A0%80',
    '/api/v1/audit?subject=%',
    `/api/v1/actions?owner=${'a'.repeat(9_000)}`,
  ]) {
    const answer = await wire.send({ method: 'GET', path, headers: {} });
    expect([path.slice(0, 60), answer.status, problemFault(answer)]).toEqual([path.slice(0, 60), 400, null]);
  }
});

const lineBreaks = [
  '\r\nset-cookie: a=b',
  '%0d%0aset-cookie:%20a=b',
  '\u560a\u560d',
  '\n',
  '"; filename=evil.html',
  '\u2028',
];

test.each(lineBreaks)('S20: %j in what is sent makes no header', async (evil) => {
  await using wire = await openWire();
  const made = await wire.send({
    method: 'POST',
    path: '/api/v1/postmortems',
    headers: json,
    body: JSON.stringify({ text: TEXT, fileName: `a${evil}.md`, reason: evil }),
  });
  expect(made.status).toBeLessThan(500);
  const paths = wire.routes
    .filter(({ method }) => method === 'GET')
    .map((route) => at(route, wire.id).split(' ')[1] ?? '');
  for (const path of [...paths, `/api/v1/postmortems/${encodeURIComponent(evil)}`]) {
    const { headers, status } = await wire.send({
      method: 'GET',
      path: `${path}?cursor=${encodeURIComponent(evil)}`,
      headers: {},
    });
    expect([path, status]).not.toEqual([path, 500]);
    expect(headers.get('set-cookie')).toBeNull();
    for (const [, value] of headers) expect(value).not.toMatch(/[\r\n]/);
    expect(headers.get('content-disposition') ?? '').not.toContain('evil.html"');
  }
});

test('requests made from the schemas give no 500, whatever they hold', { timeout: 300_000 }, async () => {
  await using wire = await openWire();
  for (const route of wire.routes) {
    await wire.renew();
    const known = await wire.keep();
    await fc.assert(
      fc.asyncProperty(anyRequest(route, wire.document, known), async (request) => {
        const answer = await wire.send(request);
        expect(wire.faults).toEqual([]);
        expect(answer.status).not.toBe(500);
        expect(problemFault(answer)).toBeNull();
      }),
      { seed: SEED, numRuns: route.body === null ? RUNS : 2 * RUNS },
    );
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
