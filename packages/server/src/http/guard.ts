import type { MiddlewareHandler } from 'hono';
import { actorOfToken } from '../accounts/actor-of-token.ts';
import { authorize } from '../policies/policy.ts';
import { roleMatrix } from '../policies/role-matrix.ts';
import { Problem } from '../problem.ts';
import type { Environment, Surroundings } from './environment.ts';
import { routeOf } from './route-of.ts';

const BEARER = /^Bearer (\S{1,300})$/i;

/** Finds out who asks, and lets nobody on to a route that the role matrix does not name. */
export function guard({ store, now }: Surroundings): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
    const actor = token === undefined ? null : await actorOfToken(store, token, now());
    if (token !== undefined && actor === null)
      throw new Problem('not-signed-in', 'This token is not known, is over, or was taken back.');
    c.set('actor', actor);
    const route = routeOf(c);
    if (route !== null) {
      const permission = roleMatrix[route];
      if (permission === undefined) throw new Problem('not-allowed', 'Nobody may do this.');
      if (permission !== 'open') {
        if (actor === null) throw new Problem('not-signed-in', 'Sign in, or send a token in the header Authorization.');
        authorize(actor, permission);
      }
    }
    await next();
  };
}
