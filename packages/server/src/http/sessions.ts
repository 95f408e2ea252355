import {
  changePasswordRoute,
  getSessionRoute,
  listSessionsRoute,
  revokeSessionRoute,
  type SignedInAnswer,
  signInRoute,
  signOutRoute,
} from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Accounts } from '../accounts/accounts.ts';
import { changePassword } from '../accounts/change-password.ts';
import { listSessions } from '../accounts/list-sessions.ts';
import { revokeSession } from '../accounts/revoke-session.ts';
import { signIn } from '../accounts/sign-in.ts';
import { signOut } from '../accounts/sign-out.ts';
import type { Actor } from '../context.ts';
import { Problem } from '../problem.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';
import { setCookies } from './set-cookies.ts';

export function sessionRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings, accounts: Accounts): void {
  app.openapi(signInRoute, async (c) => {
    const { actor, cookies } = await signIn(accounts, c.req.valid('json'), c.get('visitor'));
    setCookies(c, cookies);
    return c.json(signedInAnswer(actor), 200);
  });

  app.openapi(getSessionRoute, (c) => {
    c.header('cache-control', 'no-store');
    return c.json(signedInAnswer(contextFor(c, surroundings).actor), 200);
  });

  app.openapi(signOutRoute, async (c) => {
    setCookies(c, await signOut(accounts, c.get('visitor')));
    return c.body(null, 204);
  });

  app.openapi(listSessionsRoute, async (c) => {
    const sessions = await listSessions(contextFor(c, surroundings));
    const own = c.get('session');
    return c.json({ sessions: sessions.map((session) => ({ ...session, isThisOne: session.id === own })) }, 200);
  });

  app.openapi(revokeSessionRoute, async (c) => {
    await revokeSession(contextFor(c, surroundings), c.req.valid('param'));
    return c.body(null, 204);
  });

  app.openapi(changePasswordRoute, async (c) => {
    const context = contextFor(c, surroundings);
    const { actor, cookies } = await changePassword(accounts, context, c.req.valid('json'), c.get('visitor'));
    setCookies(c, cookies);
    return c.json(signedInAnswer(actor), 200);
  });
}

/** @throws Problem `not-signed-in` for a machine, which holds no session */
export function signedInAnswer(actor: Actor): SignedInAnswer {
  if (actor.kind === 'machine') throw new Problem('not-signed-in', 'This is about people.');
  const { id, name, role, scopes } = actor;
  return { person: { id, name, role }, scopes: scopes === null ? null : [...scopes] };
}
