import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { createApp } from '../../src/http/create-app.ts';
import { contextOf, openStore } from '../with-store.ts';
import { acceptInvitation } from '../../src/accounts/accept-invitation.ts';
import { defaultAccess } from '../../src/accounts/access-settings.ts';
import { openAccounts } from '../../src/accounts/accounts.ts';
import { firstLink } from '../../src/accounts/first-link.ts';
import { invite } from '../../src/accounts/invite.ts';
import type { PersonRole } from '../../src/store/tables.ts';
import type { Context } from '../../src/context.ts';

export const PASSWORD = 'nine kites over the bay';

export interface ServedSite extends AsyncDisposable {
  readonly url: string;
  /** A context in which a machine may do all. */
  readonly context: Context;
  /** An account with that password; the email is the name at example.test. */
  readonly join: (name: string, role: PersonRole) => Promise<Context>;
}

/** The whole server on a socket, with a new SQLite store. */
export async function serveSite(): Promise<ServedSite> {
  const opened = await openStore('sqlite');
  const context = contextOf(opened.store);
  const { actor: _, ...surroundings } = context;
  const secret = 'a secret for tests that is long enough';
  const limits = { ...defaultAccess.limits, signInAddress: null };
  const app = createApp({ ...surroundings, access: { secret, limits }, report: (error) => expect.fail(String(error)) });
  const accounts = openAccounts(surroundings, { ...defaultAccess, secret, limits });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  let isFirst = true;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    context,
    join: async (name, role) => {
      const email = `${name.toLowerCase()}@example.test`;
      const link = isFirst ? await firstLink(context) : null;
      isFirst = false;
      const { secret: own } = link ?? (await invite(context, { email, role }));
      const visitor = { address: '127.0.0.1', userAgent: null, cookie: null };
      const { actor } = await acceptInvitation(accounts, { secret: own, name, email, password: PASSWORD }, visitor);
      return { ...context, actor };
    },
    [Symbol.asyncDispose]: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await opened[Symbol.asyncDispose]();
    },
  };
}
