import type { HonoRequest, MiddlewareHandler } from 'hono';
import { finishAnswer, findAnswer, keyedStore, type RequestKey, UNFINISHED } from '../answer/keyed-store.ts';
import { sha256 } from '../hash.ts';
import { Problem } from '../problem.ts';
import type { Environment, Surroundings } from './environment.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;
const KEPT_HEADERS = ['content-type', 'etag', 'location'] as const;

/**
 * Does a request with the header Idempotency-Key once: sent again by the same actor, it gets the answer of the first
 * time. What failed changed nothing and is tried anew.
 */
export function keyed({ store, now }: Pick<Surroundings, 'store' | 'now'>): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    const actor = c.get('actor');
    if (key === undefined || actor === null || c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (!KEY.test(key))
      throw new Problem('invalid-request', 'An Idempotency-Key has 1 to 200 visible characters of ASCII.');
    const request: RequestKey = { key, actor: actor.id, requestHash: await hashOf(c.req) };
    const known = await findAnswer(store.read, request);
    if (known !== null && known.status !== UNFINISHED)
      return new Response(known.body === '' ? null : known.body, {
        status: known.status,
        headers: { ...known.headers, 'idempotency-replayed': 'true' },
      });
    c.set('store', keyedStore(store, request, now));
    await next();
    const { ok, status, headers } = c.res;
    if (!ok) return;
    const kept = KEPT_HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    const isText = /^(?:application\/json|text\/)/.test(headers.get('content-type') ?? 'text/');
    if (!isText) return;
    await finishAnswer(store, request, {
      status,
      headers: Object.fromEntries(kept),
      body: await c.res.clone().text(),
      at: now().toISOString(),
    });
  };
}

/** Bodies that are no JSON are not read here; they are told apart by their length. */
async function hashOf(request: HonoRequest): Promise<string> {
  const { pathname, search } = new URL(request.url);
  const body = (await request.bodyCache.text) ?? request.header('content-length') ?? '';
  return sha256(JSON.stringify([request.method, pathname, search, request.header('if-match') ?? '', body]));
}
