import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createApp } from '../src/http/create-app.ts';
import { listen } from '../src/operation/listen.ts';
import { logTo } from '../src/operation/logger.ts';
import { type AnsweredRequest, nowhere } from '../src/operation/operation.ts';
import { readiness } from '../src/operation/readiness.ts';
import { scratchFolder } from './with-archive.ts';
import { addPerson, contextOf, openStore } from './with-store.ts';

const PROGRAM = path.join(import.meta.dirname, '../../../bin/debrief.js');

interface Started extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly log: () => string;
}

async function start(...args: string[]): Promise<Started> {
  const scratch = scratchFolder();
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', '--data', scratch.folder, ...args]);
  let output = '';
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const end = performance.now() + 20_000;
  while (!/"msg":"listening"/.test(log) && child.exitCode === null && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const port = /"port":(\d+)/.exec(log)?.[1];
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => output,
    log: () => log,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      scratch[Symbol.dispose]();
    },
  };
}

test('a first start answers, tells people where, gives the link of the admin, and stops when told', async () => {
  const begun = performance.now();
  await using started = await start('--url', 'https://example.com/debrief/');
  expect((await fetch(`${started.url}/healthz`)).status).toBe(200);
  expect(performance.now() - begun).toBeLessThan(10_000);
  const answer = await fetch(`${started.url}/debrief/readyz`);
  expect(await answer.json()).toEqual({ status: 'ready' });
  expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(started.output()).toMatch(/^Debrief is at https:\/\/example\.com\/debrief\/$/m);
  expect(started.output()).toMatch(/https:\/\/example\.com\/debrief\/link\//);
  const gone = once(started.child, 'exit');
  started.child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  expect(started.log()).toMatch(/"msg":"stopped"/);
});

test('metrics are for this machine, not for what a proxy passes on, and name nobody', async () => {
  await using started = await start();
  const own = await fetch(`${started.url}/metrics`);
  expect(own.status).toBe(200);
  expect(await own.text()).toContain('debrief_http_request_seconds');
  expect((await fetch(`${started.url}/metrics`, { headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(403);
  await using guarded = await start('--metrics-token', 'kites-over-the-bay');
  expect((await fetch(`${guarded.url}/metrics`)).status).toBe(403);
  const authorization = 'Bearer kites-over-the-bay';
  expect((await fetch(`${guarded.url}/metrics`, { headers: { authorization } })).status).toBe(200);
});

test('S16: of 200 secrets that were sent in every place, the log holds none, and nothing of a text', async () => {
  await using started = await start('--log-level', 'debug');
  const secrets = Array.from({ length: 200 }, (_, index) => `debrief_${index}${'k7Q2x9Zt'.repeat(4)}${index}`);
  for (const [index, secret] of secrets.entries()) {
    const ways = [
      () =>
        fetch(`${started.url}/api/v1/postmortems?token=${secret}`, { headers: { authorization: `Bearer ${secret}` } }),
      () => fetch(`${started.url}/link/${secret}`, { headers: { cookie: `session=${secret}`, 'user-agent': secret } }),
      () =>
        fetch(`${started.url}/api/v1/session`, {
          method: 'POST',
          body: `{"email": "kim@example.com", "password": "${secret}"${index % 8 === 2 ? '' : '}'}`,
          headers: { 'content-type': 'application/json', origin: started.url },
        }),
      () => fetch(`${started.url}/${secret}`, { method: 'PUT', body: secret, headers: { [`x-${index}`]: secret } }),
    ];
    await (await (ways[index % ways.length] ?? ways[0])?.())?.arrayBuffer();
  }
  const lines = started.log().trim().split('\n');
  expect(lines.filter((line) => line.includes('"route"')).length).toBeGreaterThanOrEqual(200);
  expect(secrets.filter((secret) => started.log().includes(secret))).toEqual([]);
  expect(started.log()).not.toContain('k7Q2x9Zt');
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

test('what an error quotes stays out of the log', () => {
  let log = '';
  const logger = logTo('info', { write: (line) => void (log += line) });
  const error = Object.assign(new Error('Unexpected token in "a secret text" near \'another'), {
    detail: 'a secret row',
  });
  logger.error({ err: error }, 'a request failed');
  logger.error({ err: 'a secret' }, 'a request failed');
  expect(log).toContain('Unexpected token');
  expect(log).not.toMatch(/secret|another/);
});

test('each answer is told of by its route and by who asked', async () => {
  await using opened = await openStore('sqlite');
  const { actor: _, ...surroundings } = contextOf(opened.store);
  const told: AnsweredRequest[] = [];
  const operation = {
    ...nowhere,
    basePath: '/debrief',
    answered: (request: AnsweredRequest) => void told.push(request),
  };
  const app = createApp({ ...surroundings, operation, report: (error) => expect.fail(String(error)) });
  const { actor, token } = await addPerson(opened.store, { name: 'Kim', role: 'viewer' });
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.request('/debrief/api/v1/postmortems/12345678?revision=1', { headers });
  await app.request('/nowhere');
  expect(told).toMatchObject([
    { method: 'GET', route: '/api/v1/postmortems/:id', status: 404, actor: actor.id },
    { route: 'none', actor: null },
  ]);
  expect(answer.headers.get('x-request-id')).toBe(told[0]?.id);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
});

test('readiness names what is missing', async () => {
  const opened = await openStore('sqlite');
  const fine = { isStopping: () => false, freeBytes: async () => 1e12 };
  expect(await readiness(opened.store, fine)).toBeNull();
  expect(await readiness(opened.store, { ...fine, isStopping: () => true })).toBe('stopping');
  expect(await readiness(opened.store, { ...fine, freeBytes: async () => 1_000 })).toBe('disk');
  expect(await readiness(opened.store, { ...fine, freeBytes: () => Promise.reject(new Error('gone')) })).toBe('disk');
  await opened[Symbol.asyncDispose]();
  expect(await readiness(opened.store, fine)).toBe('database');
});

test('R12: clients that send byte by byte are ended, and others are answered meanwhile', async () => {
  const listening = await listen({
    fetch: async (request) => new Response(await request.text()),
    host: '127.0.0.1',
    port: 0,
    basePath: '',
    requestSeconds: 2,
  });
  const { port } = listening;
  const slow = (head: string, drop: string) =>
    new Promise<number>((resolve) => {
      const begun = performance.now();
      const socket = net.connect(port, '127.0.0.1');
      socket.write(head);
      const timer = setInterval(() => socket.write(drop), 200);
      socket.on('error', () => undefined);
      socket.on('data', () => undefined);
      socket.on('close', () => {
        clearInterval(timer);
        resolve(performance.now() - begun);
      });
    });
  const host = 'Host: a\r\n';
  const attacks = Array.from({ length: 100 }, (_, index) =>
    index % 2 === 0
      ? slow(`GET / HTTP/1.1\r\n${host}`, 'X-A: b\r\n')
      : slow(`POST / HTTP/1.1\r\n${host}Content-Length: 100000\r\n\r\n`, 'x'),
  );
  const answered: number[] = [];
  for (let index = 0; index < 20; index += 1) {
    const begun = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'kite' });
    expect(await answer.text()).toBe('kite');
    answered.push(performance.now() - begun);
  }
  expect(Math.max(...answered)).toBeLessThan(1_500);
  for (const milliseconds of await Promise.all(attacks)) expect(milliseconds).toBeLessThan(8_000);
  const huge = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-huge': 'x'.repeat(20_000) } });
  expect(huge.status).toBe(431);
  await listening.close(1_000);
});

test('a stop lets requests end that are under way', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const fetchApp = async () => {
    await held;
    return new Response('done');
  };
  const listening = await listen({ fetch: fetchApp, host: '127.0.0.1', port: 0, basePath: '', requestSeconds: 5 });
  const asked = fetch(`http://127.0.0.1:${listening.port}/`);
  while (listening.atWork() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const closed = listening.close(10_000);
  setTimeout(release, 100);
  expect(await (await asked).text()).toBe('done');
  await closed;
  await expect(fetch(`http://127.0.0.1:${listening.port}/`)).rejects.toThrow(/fetch failed/);
});
