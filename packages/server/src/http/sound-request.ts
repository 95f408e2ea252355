import type { MiddlewareHandler } from 'hono';
import { Problem } from '../problem.ts';
import type { Environment } from './environment.ts';
import { wordsFault } from './json-fault.ts';
import { readBody } from './read-body.ts';
import { routeOf } from './route-of.ts';

const LONGEST_ADDRESS = 8_000;

/**
 * Lets on only what can be understood: an address of sound characters, and where a route takes JSON, a sound body.
 *
 * @param takesJson what a route takes; null where that is not JSON
 * @param largest bytes of a body
 */
export function soundRequest(
  takesJson: (route: string) => { readonly isRequired: boolean } | null,
  largest: number,
): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const fault = addressFault(c.req.url);
    if (fault !== null) throw new Problem('invalid-request', fault);
    const route = routeOf(c);
    const json = route === null ? null : takesJson(route);
    if (json !== null && (json.isRequired || c.req.raw.body !== null)) await readBody(c.req, largest);
    await next();
  };
}

function addressFault(url: string): string | null {
  if (url.length > LONGEST_ADDRESS) return 'The address is too long.';
  try {
    const fault = wordsFault(decodeURIComponent(url.replaceAll('+', ' ')));
    return fault === null ? null : `The address is not taken. ${fault}`;
  } catch {
    return 'The address holds a % that stands for no character; write %25 for the sign itself.';
  }
}
