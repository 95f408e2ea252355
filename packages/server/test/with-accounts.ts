import { expect } from 'vitest';
import type { AccessSettings } from '../src/accounts/access-settings.ts';
import { firstLink } from '../src/accounts/first-link.ts';
import { invite } from '../src/accounts/invite.ts';
import type { LimitSettings } from '../src/accounts/limits.ts';
import { createApp } from '../src/http/create-app.ts';
import type { PersonRole } from '../src/store/tables.ts';
import { contextOf, openStore, type OpenedStore } from './with-store.ts';

export const PASSWORD = 'nine kites over the bay';
export const ORIGIN = 'http://localhost';
export const noLimits: LimitSettings = {
  address: null,
  account: null,
  token: null,
  signInAddress: null,
  signInEmail: null,
  signInBoth: null,
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

interface Asking {
  readonly body?: unknown;
  /** Instead of what a browser on our own page sends. Null leaves a header out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A browser on a page of ours: it keeps cookies, and says where a request comes from. */
export interface Browser {
  readonly ask: (method: string, path: string, asking?: Asking) => Promise<Answer>;
  /** By name; what a script of the page could not see too. */
  readonly cookies: Map<string, string>;
}

export interface Site extends AsyncDisposable {
  readonly opened: OpenedStore;
  readonly app: ReturnType<typeof createApp>;
  /** The clock of the server; it only goes by being set. */
  readonly clock: { now: Date };
  readonly browser: (address?: string) => Browser;
  /** A new account of that role, signed in. */
  readonly join: (role: PersonRole, email: string) => Promise<Browser>;
}

/** The whole server on a new store, with nobody in it. */
export async function openSite(kind: 'sqlite' | 'postgres', access: Partial<AccessSettings> = {}): Promise<Site> {
  const opened = await openStore(kind);
  const clock = { now: new Date() };
  const { actor: _, ...surroundings } = contextOf(opened.store);
  const app = createApp({
    ...surroundings,
    now: () => clock.now,
    access,
    report: (error) => expect.fail(String(error)),
  });
  const machine = { ...contextOf(opened.store), now: () => clock.now };
  const browser = (address?: string): Browser => browserOn(app, access.publicUrl ?? ORIGIN, address);
  return {
    opened,
    app,
    clock,
    browser,
    join: async (role, email) => {
      const first = role === 'admin' ? await firstLink(machine) : null;
      const { secret } = first ?? (await invite(machine, { email, role }));
      const made = browser();
      const body = { secret, name: email, email, password: PASSWORD };
      expect(await made.ask('POST', '/api/v1/links/accept', { body })).toMatchObject({ status: 200 });
      return made;
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

function browserOn(app: Site['app'], origin: string, address: string | undefined): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    ask: async (method, path, { body, headers: others = {} } = {}) => {
      const headers = new Headers({ origin, 'sec-fetch-site': 'same-origin', host: new URL(origin).host });
      if (body !== undefined) headers.set('content-type', 'application/json');
      if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      for (const [name, value] of Object.entries(others))
        if (value === null) headers.delete(name);
        else headers.set(name, value);
      const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
      const env = { incoming: { socket: { remoteAddress: address } } };
      const answer = await app.request(path, { method, headers, ...sent }, env);
      for (const line of answer.headers.getSetCookie()) keep(cookies, line);
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : {} };
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  if (/; Max-Age=0\b/.test(line)) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

/** The secret at the end of the path of a link. */
export function secretOf({ body }: Answer): string {
  return String(body['path']).replace('/link/', '');
}
