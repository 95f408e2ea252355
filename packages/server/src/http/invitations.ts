import {
  acceptInvitationRoute,
  inviteRoute,
  listInvitationsRoute,
  readLinkRoute,
  resetPasswordRoute,
  withdrawInvitationRoute,
} from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { acceptInvitation } from '../accounts/accept-invitation.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { invite } from '../accounts/invite.ts';
import { listInvitations } from '../accounts/list-invitations.ts';
import { readLink } from '../accounts/read-link.ts';
import { resetPassword } from '../accounts/reset-password.ts';
import { withdrawInvitation } from '../accounts/withdraw-invitation.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';
import { signedInAnswer } from './sessions.ts';
import { setCookies } from './set-cookies.ts';

export function invitationRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings, accounts: Accounts): void {
  app.openapi(inviteRoute, async (c) => {
    const { id, path, expiresAt } = await invite(contextFor(c, surroundings), c.req.valid('json'));
    c.header('cache-control', 'no-store');
    return c.json({ id, path, expiresAt }, 201);
  });

  app.openapi(listInvitationsRoute, async (c) =>
    c.json({ invitations: [...(await listInvitations(contextFor(c, surroundings)))] }, 200),
  );

  app.openapi(withdrawInvitationRoute, async (c) => {
    await withdrawInvitation(contextFor(c, surroundings), c.req.valid('param'));
    return c.body(null, 204);
  });

  app.openapi(readLinkRoute, async (c) => {
    c.header('cache-control', 'no-store');
    return c.json(await readLink(accounts, c.req.valid('json'), c.get('visitor')), 200);
  });

  app.openapi(acceptInvitationRoute, async (c) => {
    const { actor, cookies } = await acceptInvitation(accounts, c.req.valid('json'), c.get('visitor'));
    setCookies(c, cookies);
    return c.json(signedInAnswer(actor), 200);
  });

  app.openapi(resetPasswordRoute, async (c) => {
    const { actor, cookies } = await resetPassword(accounts, c.req.valid('json'), c.get('visitor'));
    setCookies(c, cookies);
    return c.json(signedInAnswer(actor), 200);
  });
}
