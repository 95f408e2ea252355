import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AccessSettings } from '../accounts/access-settings.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { actorOfSession } from '../accounts/actor-of-session.ts';
import { actorOfToken } from '../accounts/actor-of-token.ts';
import { authorize } from '../policies/policy.ts';
import { roleMatrix } from '../policies/role-matrix.ts';
import { Problem } from '../problem.ts';
import { type CrossSiteReason, crossSiteReason } from './cross-site.ts';
import type { Environment } from './environment.ts';
import { proxiesOf, visitorOf } from './visitor-of.ts';

const BEARER = /^Bearer (\S{1,300})$/i;

/** Finds out who asks and how often, and lets nobody on to a route that the role matrix does not name. */
export function guard(
  accounts: Accounts,
  { trustProxy, publicUrl }: Pick<AccessSettings, 'trustProxy' | 'publicUrl'>,
): MiddlewareHandler<Environment> {
  const isProxy = proxiesOf(trustProxy);
  const { limits } = accounts;
  return async (c, next) => {
    const visitor = visitorOf(c, isProxy);
    c.set('visitor', visitor);
    await limits.take('address', visitor.address);
    const authorization = c.req.header('authorization');
    if (authorization === undefined) {
      await enterBySession(c, accounts);
      expectOwnSite(c, publicUrl, visitor.cookie?.includes(accounts.cookie.name) ?? false);
    } else await enterByToken(c, accounts, authorization);
    const actor = c.get('actor');
    if (actor !== null) await limits.take('account', actor.id);
    expectPermission(c);
    await next();
  };
}

async function enterByToken(c: Context<Environment>, accounts: Accounts, authorization: string): Promise<void> {
  const { store, now, limits, uses } = accounts;
  const written = BEARER.exec(authorization)?.[1];
  const token = written === undefined ? null : await actorOfToken(store, written, now());
  if (token === null) throw new Problem('not-signed-in', 'This token is not known, is over, or was taken back.');
  await limits.take('token', token.id);
  uses.token(token.id, token.lastUsedAt);
  c.set('actor', token.actor);
  c.set('session', null);
}

async function enterBySession(c: Context<Environment>, accounts: Accounts): Promise<void> {
  const session = await actorOfSession(accounts, c.get('visitor').cookie);
  c.set('actor', session?.actor ?? null);
  c.set('session', session?.id ?? null);
}

const SENTENCES: Readonly<Record<CrossSiteReason, string>> = {
  'another site': 'Another site asked for this. If it was you, do it from a page of Debrief.',
  'another origin': 'Another site asked for this. If it was you, do it from a page of Debrief.',
  'no origin': 'The browser did not say from which page this comes. Scripts send a token in the header Authorization.',
  'a form': 'Send it as application/json.',
};

function expectOwnSite(c: Context<Environment>, publicUrl: string | null, hasCookie: boolean): void {
  const { method, path, raw } = c.req;
  const reason = crossSiteReason({
    method,
    path,
    site: c.req.header('sec-fetch-site') ?? null,
    origin: c.req.header('origin') ?? null,
    host: c.req.header('host') ?? new URL(raw.url).host,
    contentType: c.req.header('content-type') ?? null,
    hasBody: raw.body !== null && c.req.header('content-length') !== '0',
    hasCookie,
    publicUrl,
  });
  if (reason !== null)
    throw new Problem(reason === 'a form' ? 'unsupported-type' : 'not-allowed', SENTENCES[reason], { reason });
}

/** The handler that will answer is the first that fits; what fits every method is no handler but stands before some. */
function expectPermission(c: Context<Environment>): void {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  if (route === undefined) return;
  const permission = roleMatrix[`${route.method} ${route.path}`];
  if (permission === undefined) throw new Problem('not-allowed', 'Nobody may do this.');
  if (permission === 'open') return;
  const actor = c.get('actor');
  if (actor === null) throw new Problem('not-signed-in', 'Sign in, or send a token in the header Authorization.');
  authorize(actor, permission);
}
