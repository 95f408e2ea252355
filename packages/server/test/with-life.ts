import { expect } from 'vitest';
import type { Actor } from '../src/context.ts';
import { createApp } from '../src/http/create-app.ts';
import { sha256 } from '../src/hash.ts';
import type { Store } from '../src/store/store.ts';
import { addPerson, contextOf, openStore } from './with-store.ts';

/** A document that has all that publishing asks for. */
export const REPORT = `# Kite feed stood still

**Incident ID:** INC-2026-014
**Date:** 2026-05-01
**Severity:** SEV2
**Status:** Resolved
**Document status:** Draft
**Author:** Kim

## Summary

From 10:02 to 10:40 UTC on 2026-05-01 the kite feed delivered nothing, since its queue was full and nothing took from it.

## Impact

- **Users affected:** 1,200 customers saw prices that were up to 38 minutes old.

## Timeline

All times in UTC.

| Time | Event |
|------|-------|
| 10:02 | The feed stops: the queue is full |
| 10:06 | An alert on old prices fires |
| 10:09 | The on-call engineer acknowledges |
| 10:31 | The consumer is restarted and takes from the queue again |
| 10:40 | All prices are fresh again |

## Root cause

The consumer waited without a bound for a lock that a migration held, so the queue filled up.

## Contributing factors

- The queue had no alert on its length
- Migrations ran during trading hours

## What went well

- The alert on old prices fired within four minutes

## What went wrong

- Nobody could see what the consumer waited for

## Action items

| ID | Action | Owner | Due date | Status |
|----|--------|-------|----------|--------|
| AI-1 | Alert when the queue is longer than a minute of messages | Ana | 2026-06-01 | Open |
| AI-2 | Give the lock of the consumer a bound of ten seconds | Ravi | 2026-06-15 | Open |

## Lessons learned

A wait without a bound looks like work from outside.
`;

type Person = Extract<Actor, { kind: 'person' }>;

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- Tests look into answers as a client would.
  readonly body: any;
}

export interface Asker {
  readonly id: string;
  readonly actor: Person;
  readonly token: string;
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answered>;
}

export interface LifeSite extends AsyncDisposable {
  readonly store: Store;
  readonly app: ReturnType<typeof createApp>;
  readonly person: (name: string, role?: 'admin' | 'editor' | 'viewer') => Promise<Asker>;
  /** Makes a text the newest `debrief.yaml`. */
  readonly settle: (text: string) => Promise<void>;
  /** Narrows what somebody's token may do. */
  readonly scope: (who: Asker, scopes: readonly string[]) => Promise<void>;
}

/** The whole server on a new store. Requests are not limited, since tests ask faster than people. */
export async function openLife(kind: Store['kind']): Promise<LifeSite> {
  const opened = await openStore(kind);
  const { store } = opened;
  const { actor: _, ...surroundings } = contextOf(store);
  const limits = {
    address: null,
    account: null,
    token: null,
    signInAddress: null,
    signInEmail: null,
    signInBoth: null,
    costly: null,
  };
  const app = createApp({ ...surroundings, access: { limits }, report: (error) => expect.fail(String(error)) });
  return {
    store,
    app,
    person: async (name, role = 'editor') => {
      const { actor, token } = await addPerson(store, { name, role });
      return { id: actor.id, actor, token, ask: (method, path, body) => ask(app, token, { method, path, body }) };
    },
    settle: async (text) => {
      const row = { text, hash: sha256(text), at: new Date().toISOString(), person: null };
      await store.write(async (transaction) => transaction.insertInto('settings').values(row).execute());
    },
    scope: async ({ id }, scopes) => {
      await store.write(async (transaction) =>
        transaction
          .updateTable('tokens')
          .set({ scopes: JSON.stringify(scopes) })
          .where('person', '=', id)
          .execute(),
      );
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

async function ask(
  app: LifeSite['app'],
  token: string,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body: unknown },
): Promise<Answered> {
  const answer = await app.request(`/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

/** A new document of that text. */
export async function draftOf(author: Asker, text = REPORT): Promise<string> {
  const made = await author.ask('POST', '/postmortems', { text, fileName: 'kite.md' });
  expect(made).toMatchObject({ status: 201 });
  return made.body.id as string;
}

/** A document that one has written, another has approved, and that is published. */
export async function publishedBy(author: Asker, reviewer: Asker, text = REPORT): Promise<string> {
  const id = await draftOf(author, text);
  await fine(author.ask('POST', `/postmortems/${id}/review-requests`, { people: [reviewer.id] }));
  await fine(reviewer.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 }));
  await fine(author.ask('POST', `/postmortems/${id}/publish`, {}));
  return id;
}

/** The body of an answer that has to be a good one. */
export async function fine(asked: Promise<Answered>): Promise<Answered['body']> {
  const { status, body } = await asked;
  expect({ status, body }).toMatchObject({ status: status < 300 ? status : 200 });
  return body;
}

/** Changes words through the door. */
export function rewrite(
  who: Asker,
  id: string,
  { base, text, reason = 'Words' }: { readonly base: number; readonly text: string; readonly reason?: string },
): Promise<Answered> {
  return who.ask('PATCH', `/postmortems/${id}`, { base, edit: { kind: 'text', text }, reason });
}

export function tick(who: Asker, id: string, base: number, action: string): Promise<Answered> {
  const change = { kind: 'tickAction', action: { id: action } };
  return who.ask('PATCH', `/postmortems/${id}`, { base, edit: { kind: 'change', change }, reason: 'Done' });
}
