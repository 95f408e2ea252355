import crypto from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Operation } from '../operation/operation.ts';
import type { Environment } from './environment.ts';

/** Methods that are told apart; any other word a client may send counts as one. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Gives each request an id, and tells of its answer. */
export function observe({ answered }: Operation): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const id = crypto.randomUUID();
    const start = performance.now();
    await next();
    c.header('x-request-id', id);
    answered({
      id,
      method: METHODS.has(c.req.method) ? c.req.method : 'other',
      route: matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none',
      status: c.res.status,
      milliseconds: Math.round(performance.now() - start),
      actor: c.get('actor')?.id ?? null,
    });
  };
}
