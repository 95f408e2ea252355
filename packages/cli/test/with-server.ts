import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const command = path.join(import.meta.dirname, '../../../bin/debrief.js');

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
}

/** A real server in a process of its own, with an account and a token of an admin. */
export async function startTestServer(): Promise<TestServer> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-server-'));
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', '--data', data, '--log-level', 'warn'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, secret } = await linksOf(child);
  const headers = { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin' };
  const account = { secret, name: 'Kim', email: 'kim@example.test', password: 'nine kites over the bay' };
  const joined = await fetch(`${url}/api/v1/links/accept`, { method: 'POST', headers, body: JSON.stringify(account) });
  if (!joined.ok) throw new Error(await joined.text());
  const cookie = joined.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const made = await fetch(`${url}/api/v1/tokens`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ name: 'cli', scopes: ['read', 'write'] }),
  });
  if (!made.ok) throw new Error(await made.text());
  const { token } = (await made.json()) as { readonly token: string };
  return {
    url,
    token,
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => void child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}

async function linksOf({ stdout }: ChildProcess): Promise<{ readonly url: string; readonly secret: string }> {
  let told = '';
  for await (const part of stdout ?? []) {
    told += String(part);
    const url = /Debrief is at (\S+)/.exec(told)?.[1];
    const link = /an admin’s, within a day at (\S+)\n/.exec(told)?.[1];
    if (url !== undefined && link !== undefined) {
      stdout?.resume();
      return { url, secret: link.split(/[#/=]/).at(-1) ?? '' };
    }
  }
  throw new Error(`the server did not start: ${told}`);
}
