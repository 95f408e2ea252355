import type { Context as Request } from 'hono';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import type { Environment, Surroundings } from './environment.ts';

/**
 * The context of a verb for a request.
 *
 * @throws Problem `not-signed-in`
 */
export function contextFor(c: Request<Environment>, surroundings: Surroundings): Context {
  const actor = c.get('actor');
  if (actor === null) throw new Problem('not-signed-in', 'Sign in, or send a token: Authorization: Bearer debrief_…');
  return { ...surroundings, store: c.get('store') ?? surroundings.store, actor };
}
