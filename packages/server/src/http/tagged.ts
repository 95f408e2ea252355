import type { MiddlewareHandler } from 'hono';
import { entityTag, namesTag } from './entity-tag.ts';
import type { Environment } from './environment.ts';

/** Gives each JSON answer to a GET its ETag, and answers 304 to who has it already. */
export const tagged: MiddlewareHandler<Environment> = async (c, next) => {
  await next();
  const isGet = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!isGet || c.res.status !== 200 || c.res.headers.get('content-type')?.startsWith('application/json') !== true)
    return;
  const own = c.res.headers.get('etag');
  const body = own === null ? await c.res.text() : null;
  const tag = own ?? entityTag(body ?? '');
  const headers = new Headers(c.res.headers);
  headers.set('etag', tag);
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  const asked = c.req.header('if-none-match');
  const isKnown = asked !== undefined && namesTag(asked, tag);
  if (isKnown) for (const name of ['content-type', 'content-length']) headers.delete(name);
  // Setting it twice keeps the headers of the first from coming back.
  const answer = isKnown
    ? new Response(null, { status: 304, headers })
    : new Response(body ?? c.res.body, { status: 200, headers });
  c.res = undefined;
  c.res = answer;
};
