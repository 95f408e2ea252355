import { markup } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { changePassword } from '../../accounts/change-password.ts';
import { type CreatedToken, createToken } from '../../accounts/create-token.ts';
import { listSessions } from '../../accounts/list-sessions.ts';
import { listTokens } from '../../accounts/list-tokens.ts';
import { revokeSession } from '../../accounts/revoke-session.ts';
import { revokeToken } from '../../accounts/revoke-token.ts';
import type { Scope } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { problemOf } from '../problem-answer.ts';
import { setCookies } from '../set-cookies.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import { timeOf } from './parts.ts';
import type { Site } from './site.ts';

const scope = z.enum(['read', 'write', 'review', 'admin']);
const formSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('password'), current: z.string().max(2_000), next: z.string().max(2_000) }),
  z.object({
    step: z.literal('token'),
    name: z.string().max(800),
    scopes: z.union([scope, z.array(scope)]).optional(),
    days: z.coerce.number().int().min(1).max(3_660),
  }),
  z.object({ step: z.literal('revoke-token'), id: z.string().max(60) }),
  z.object({ step: z.literal('revoke-session'), id: z.string().max(60) }),
]);

const SCOPES: readonly (readonly [Scope, string])[] = [
  ['read', 'read'],
  ['write', 'write'],
  ['review', 'review and publish'],
];

/** One's own sessions, tokens and password. */
export async function accountPage(c: Context<Environment>, site: Site): Promise<Response> {
  return sendAccount(c, site, { made: null, fault: null });
}

export async function accountForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const asked = await formOf(c, formSchema);
  try {
    switch (asked.step) {
      case 'password': {
        const { cookies } = await changePassword(site.accounts, context, asked, c.get('visitor'));
        setCookies(c, cookies);
        flash(c, 'password-changed');
        break;
      }
      case 'token': {
        const scopes = [asked.scopes ?? []].flat();
        return await sendAccount(c, site, { made: await createToken(context, { ...asked, scopes }), fault: null });
      }
      case 'revoke-token':
        await revokeToken(context, { id: asked.id });
        flash(c, 'revoked');
        break;
      case 'revoke-session':
        await revokeSession(context, { id: asked.id });
        flash(c, 'revoked');
        break;
    }
    return c.redirect(`${site.basePath}/account`, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not-signed-in') throw error;
    return sendAccount(c, site, { made: null, fault: error });
  }
}

async function sendAccount(
  c: Context<Environment>,
  site: Site,
  { made, fault }: { readonly made: CreatedToken | null; readonly fault: Problem | null },
): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const [sessions, tokens] = await Promise.all([listSessions(context), listTokens(context)]);
  const { actor } = context;
  const action = `${site.basePath}/account`;
  const own = c.get('session');
  return sendPage(c, site, {
    title: 'Your account',
    nav: 'account',
    status: fault === null ? 200 : (problemOf(fault)?.status ?? 400),
    main: markup`<div class="page"><h1>Your account</h1>
<p><bdi>${actor.kind === 'person' ? actor.name : actor.id}</bdi> <span class="pill">${actor.kind === 'person' ? actor.role : 'machine'}</span></p>
<form method="post" action="${site.basePath}/sign-out"><p><button type="submit">Sign out</button></p></form>
${fault === null ? null : markup`<p class="note bad" role="alert"><strong>Not done.</strong> ${fault.message}</p>`}
${made === null ? null : markup`<div class="note good" role="status"><p><strong>Copy this token now.</strong> It is shown only this once.</p><p><label for="made-token">Token</label><input class="wide-field" id="made-token" type="text" readonly value="${made.token}"></p></div>`}
<div class="columns"><div>
<h2>Tokens</h2><p class="soft">With a token a script does what you may do, within its scopes.</p>
${tokens.length === 0 ? markup`<p class="soft">None.</p>` : markup`<ul class="rows">${tokens.map(({ id, name, scopes, lastUsedAt, expiresAt }) => markup`<li><span class="pill">${scopes.join(', ')}</span><div class="what"><p><bdi>${name}</bdi></p><p class="meta">${lastUsedAt === null ? 'not used yet' : markup`used ${timeOf(lastUsedAt)}`}${expiresAt === null ? null : markup`, until ${timeOf(expiresAt)}`}</p></div><div class="end"><form method="post" action="${action}"><input type="hidden" name="step" value="revoke-token"><input type="hidden" name="id" value="${id}"><button type="submit">Revoke<span class="unseen"> ${name}</span></button></form></div></li>`)}</ul>`}
<form method="post" action="${action}" class="stacked"><input type="hidden" name="step" value="token">
<h3>A new token</h3><label for="token-name">What it is for</label><input id="token-name" type="text" name="name" required maxlength="200">
<fieldset><legend>It may</legend>${SCOPES.map(([name, words]) => markup`<label class="one"><input type="checkbox" name="scopes" value="${name}"${name === 'read' ? markup` checked` : null}> ${words}</label>`)}</fieldset>
<label for="days">For how many days</label><input id="days" type="number" name="days" value="90" min="1" max="3660">
<p class="send"><button type="submit">Make a token</button></p></form>
</div><div>
<form method="post" action="${action}" class="stacked"><input type="hidden" name="step" value="password">
<h2>Password</h2><label for="current">Current password</label><input id="current" type="password" name="current" autocomplete="current-password" required maxlength="2000">
<label for="next">New password</label><input id="next" type="password" name="next" autocomplete="new-password" required maxlength="400">
<p class="send"><button type="submit">Change the password</button></p></form>
<h2>Signed in</h2><ul>${sessions.map(({ id, lastUsedAt, userAgent }) => markup`<li><p><bdi>${(userAgent ?? 'unknown program').slice(0, 80)}</bdi><br><span class="meta">used ${timeOf(lastUsedAt)}</span>${id === own ? markup` <span class="pill now">this one</span>` : null}</p>${id === own ? null : markup`<form method="post" action="${action}"><input type="hidden" name="step" value="revoke-session"><input type="hidden" name="id" value="${id}"><button type="submit">End it<span class="unseen">: session ${id.slice(0, 6)}</span></button></form>`}</li>`)}</ul>
</div></div></div>`,
  });
}
