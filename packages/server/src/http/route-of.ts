import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Environment } from './environment.ts';

/** The route that a request takes, as `GET /api/v1/postmortems/:id`; null where there is none. HEAD is a GET. */
export function routeOf(c: Context<Environment>): string | null {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  if (route === undefined) return null;
  return `${route.method} ${route.path}`;
}
