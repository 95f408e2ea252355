import { markup, type Markup } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { acceptInvitation } from '../../accounts/accept-invitation.ts';
import { type ReadLink, readLink } from '../../accounts/read-link.ts';
import { resetPassword } from '../../accounts/reset-password.ts';
import { SHORTEST_PASSWORD } from '../../accounts/password-rules.ts';
import { Problem } from '../../problem.ts';
import type { Environment } from '../environment.ts';
import { setCookies } from '../set-cookies.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import { timeOf } from './parts.ts';
import type { Site } from './site.ts';

const formSchema = z.object({
  name: z.string().max(800).optional(),
  email: z.string().max(400).optional(),
  password: z.string().max(2_000),
});

/** The page of a link that works once: for the first admin, for an invitation, for a new password. */
export async function linkPage(c: Context<Environment>, site: Site): Promise<Response> {
  const secret = c.req.param('secret') ?? '';
  const link = await readLink(site.accounts, { secret }, c.get('visitor'));
  return sendForm(c, site, link, { name: '', email: '', fault: null });
}

export async function linkForm(c: Context<Environment>, site: Site): Promise<Response> {
  const secret = c.req.param('secret') ?? '';
  const visitor = c.get('visitor');
  const { name = '', email, password } = await formOf(c, formSchema);
  const link = await readLink(site.accounts, { secret }, visitor);
  try {
    const { cookies } =
      link.kind === 'reset'
        ? await resetPassword(site.accounts, { secret, password }, visitor)
        : await acceptInvitation(site.accounts, { secret, name, email, password }, visitor);
    setCookies(c, cookies);
    return c.redirect(`${site.basePath}/`, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-request') throw error;
    return sendForm(c, site, link, { name, email: email ?? '', fault: error.message });
  }
}

const TITLES: Readonly<Record<ReadLink['kind'], string>> = {
  first: 'Make the first account',
  invite: 'Make your account',
  reset: 'Set a new password',
};

interface Filled {
  readonly name: string;
  readonly email: string;
  readonly fault: string | null;
}

function sendForm(c: Context<Environment>, site: Site, link: ReadLink, { name, email, fault }: Filled): Response {
  const { kind } = link;
  return sendPage(c, site, {
    title: TITLES[kind],
    nav: null,
    status: fault === null ? 200 : 400,
    main: markup`<div class="page narrow-page"><h1>${TITLES[kind]}</h1>
<p class="soft">${kind === 'first' ? 'This account is the admin of this server.' : kind === 'invite' ? `You were invited as ${link.role}.` : 'All sessions of this account end, and you are signed in here.'} This link works once, until ${timeOf(link.expiresAt)}.</p>
${fault === null ? null : markup`<p class="note bad" role="alert">${fault}</p>`}
<form class="stacked" method="post">
${kind === 'reset' ? null : markup`<label for="name">Your name</label><input id="name" type="text" name="name" value="${name}" autocomplete="name" required maxlength="200">`}
${emailField(link, email)}
<label for="password">${kind === 'reset' ? 'New password' : 'Password'}</label>
<p class="hint" id="password-hint">At least ${SHORTEST_PASSWORD} characters. A few words that only you put together do well.</p>
<input id="password" type="password" name="password" autocomplete="new-password" aria-describedby="password-hint" required maxlength="400">
<p class="send"><button class="main" type="submit">${kind === 'reset' ? 'Set the password' : 'Make the account'}</button></p>
</form></div>`,
  });
}

function emailField(link: ReadLink, email: string): Markup {
  if (link.email === null)
    return markup`<label for="email">Email</label><input id="email" type="email" name="email" value="${email}" autocomplete="username" required maxlength="400">`;
  return markup`<label for="email">Email</label><input id="email" type="email" value="${link.email}" autocomplete="username" readonly>`;
}
