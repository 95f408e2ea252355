import { markup } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { signIn } from '../../accounts/sign-in.ts';
import { signOut } from '../../accounts/sign-out.ts';
import { Problem } from '../../problem.ts';
import type { Environment } from '../environment.ts';
import { nextPath } from '../next-path.ts';
import { setCookies } from '../set-cookies.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import type { Site } from './site.ts';

const formSchema = z.object({
  email: z.string().max(400),
  password: z.string().max(2_000),
  next: z.string().max(2_000).optional(),
});

export function signInPage(c: Context<Environment>, site: Site): Response {
  if (c.get('actor') !== null) return c.redirect(`${site.basePath}${nextPath(c.req.query('next'))}`, 303);
  return sendForm(c, site, { next: nextPath(c.req.query('next')), email: '', fault: null });
}

export async function signInForm(c: Context<Environment>, site: Site): Promise<Response> {
  const { email, password, next } = await formOf(c, formSchema);
  try {
    const { cookies } = await signIn(site.accounts, { email, password }, c.get('visitor'));
    setCookies(c, cookies);
    return c.redirect(`${site.basePath}${nextPath(next)}`, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not-signed-in') throw error;
    return sendForm(c, site, { next: nextPath(next), email, fault: error.message });
  }
}

export async function signOutForm(c: Context<Environment>, site: Site): Promise<Response> {
  setCookies(c, await signOut(site.accounts, c.get('visitor')));
  flash(c, 'signed-out');
  return c.redirect(`${site.basePath}/sign-in`, 303);
}

function sendForm(
  c: Context<Environment>,
  site: Site,
  { next, email, fault }: { readonly next: string; readonly email: string; readonly fault: string | null },
): Response {
  return sendPage(c, site, {
    title: 'Sign in',
    nav: null,
    status: fault === null ? 200 : 401,
    main: markup`<div class="page narrow-page"><h1>Sign in</h1>
${fault === null ? null : markup`<p class="note bad" role="alert" id="fault">${fault}</p>`}
<form class="stacked" method="post" action="${site.basePath}/sign-in">
<input type="hidden" name="next" value="${next}">
<label for="email">Email</label>
<input id="email" type="email" name="email" value="${email}" autocomplete="username" required maxlength="400"${fault === null ? null : markup` aria-describedby="fault"`}>
<label for="password">Password</label>
<input id="password" type="password" name="password" autocomplete="current-password" required maxlength="2000">
<p class="send"><button class="main" type="submit">Sign in</button></p>
</form>
<p class="soft">No account, or the password is lost? An admin of this server can make you a link.</p></div>`,
  });
}
