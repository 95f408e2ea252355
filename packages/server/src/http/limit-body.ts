import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Operation } from '../operation/operation.ts';
import { Problem } from '../problem.ts';
import type { Environment } from './environment.ts';

/** Routes that take more, and count for themselves while they put it on the disk. */
export const LARGE_BODIES: ReadonlySet<string> = new Set(['/api/v1/imports']);

/** Refuses a request that is larger than it may be, before anything of it is read. */
export function limitBody({ largestRequest }: Operation): MiddlewareHandler<Environment> {
  const limit = bodyLimit({
    maxSize: largestRequest,
    onError: () => {
      throw new Problem('too-large', `A request may have ${largestRequest} bytes. Send less at once.`);
    },
  });
  return (c, next) => (LARGE_BODIES.has(c.req.path) ? next() : limit(c, next));
}
