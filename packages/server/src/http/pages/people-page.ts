import { markup, type Markup } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { changePerson } from '../../accounts/change-person.ts';
import { invite } from '../../accounts/invite.ts';
import { listInvitations, type OpenInvitation } from '../../accounts/list-invitations.ts';
import { type ListedPerson, listPeople } from '../../accounts/list-people.ts';
import type { OneTimeLink } from '../../accounts/one-time-link.ts';
import { resetLink } from '../../accounts/reset-link.ts';
import { withdrawInvitation } from '../../accounts/withdraw-invitation.ts';
import { Problem } from '../../problem.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { problemOf } from '../problem-answer.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import { timeOf } from './parts.ts';
import type { Site } from './site.ts';

const role = z.enum(['admin', 'editor', 'viewer']);
const formSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('invite'), email: z.string().max(400), role }),
  z.object({ step: z.literal('withdraw'), id: z.string().max(60) }),
  z.object({ step: z.literal('role'), id: z.string().max(60), role }),
  z.object({ step: z.literal('deactivate'), id: z.string().max(60) }),
  z.object({ step: z.literal('reactivate'), id: z.string().max(60) }),
  z.object({ step: z.literal('reset'), id: z.string().max(60) }),
]);

interface Said {
  readonly link: OneTimeLink | null;
  readonly fault: Problem | null;
}

/** Who has an account, who was invited, and the links that let people in. */
export async function peoplePage(c: Context<Environment>, site: Site): Promise<Response> {
  return sendPeople(c, site, { link: null, fault: null });
}

export async function peopleForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const asked = await formOf(c, formSchema);
  try {
    switch (asked.step) {
      case 'invite':
        return await sendPeople(c, site, { link: await invite(context, asked), fault: null });
      case 'reset':
        return await sendPeople(c, site, { link: await resetLink(context, { id: asked.id }), fault: null });
      case 'withdraw':
        await withdrawInvitation(context, { id: asked.id });
        flash(c, 'revoked');
        break;
      case 'role':
        await changePerson(context, { id: asked.id }, { role: asked.role });
        flash(c, 'person-changed');
        break;
      case 'deactivate':
      case 'reactivate':
        await changePerson(context, { id: asked.id }, { isActive: asked.step === 'reactivate' });
        flash(c, 'person-changed');
        break;
    }
    return c.redirect(`${site.basePath}/people`, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not-signed-in') throw error;
    return sendPeople(c, site, { link: null, fault: error });
  }
}

async function sendPeople(c: Context<Environment>, site: Site, { link, fault }: Said): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const [people, invitations] = await Promise.all([listPeople(context), listInvitations(context)]);
  const action = `${site.basePath}/people`;
  const origin = new URL(c.req.url).origin;
  return sendPage(c, site, {
    title: 'People',
    nav: 'people',
    status: fault === null ? 200 : (problemOf(fault)?.status ?? 400),
    main: markup`<div class="page"><h1>People</h1>
${fault === null ? null : markup`<p class="note bad" role="alert"><strong>Not done.</strong> ${fault.message}</p>`}
${link === null ? null : markup`<div class="note good" role="status"><p><strong>Hand this link over.</strong> It works once, until ${timeOf(link.expiresAt)}, and is shown only now.</p><p><label for="made-link">Link</label><input class="wide-field" id="made-link" type="text" readonly value="${origin}${site.basePath}${link.path}"></p></div>`}
<div class="columns"><div>
<h2>Accounts</h2><ul class="rows">${people.map((person) => personRow(person, action))}</ul>
${invitations.length === 0 ? null : markup`<h2>Invited</h2><ul class="rows">${invitations.map((each) => invitationRow(each, action))}</ul>`}
</div><form method="post" action="${action}" class="stacked"><input type="hidden" name="step" value="invite">
<h2>Invite somebody</h2><label for="email">Email</label><input id="email" type="email" name="email" required maxlength="400">
<label for="role">Role</label><select id="role" name="role"><option value="editor">editor: reads and writes</option><option value="viewer">viewer: reads</option><option value="admin">admin: invites and settles too</option></select>
<p class="send"><button class="main" type="submit">Make a link</button></p><p class="hint">No mail is sent: you hand the link over.</p></form></div></div>`,
  });
}

function personRow({ id, name, email, role: own, deactivatedAt }: ListedPerson, action: string): Markup {
  const step = (name_: string, words: string): Markup =>
    markup`<form method="post" action="${action}"><input type="hidden" name="step" value="${name_}"><input type="hidden" name="id" value="${id}"><button type="submit">${words}<span class="unseen">: ${name}</span></button></form>`;
  return markup`<li><span class="pill">${deactivatedAt === null ? own : 'left'}</span><div class="what"><p><bdi>${name}</bdi></p><p class="meta"><bdi>${email ?? ''}</bdi></p>
${deactivatedAt === null ? markup`<details><summary>Change<span class="unseen"> ${name}</span></summary><form method="post" action="${action}" class="doing"><input type="hidden" name="step" value="role"><input type="hidden" name="id" value="${id}"><label class="unseen" for="role-${id}">Role of ${name}</label><select id="role-${id}" name="role">${['admin', 'editor', 'viewer'].map((each) => markup`<option${each === own ? markup` selected` : null}>${each}</option>`)}</select><button type="submit">Give this role<span class="unseen"> to ${name}</span></button></form><div class="doing">${step('reset', 'Link for a new password')}${step('deactivate', 'Deactivate')}</div></details>` : null}</div>
<div class="end">${deactivatedAt === null ? null : step('reactivate', 'Reactivate')}</div></li>`;
}

function invitationRow({ id, email, role: own, expiresAt }: OpenInvitation, action: string): Markup {
  return markup`<li><span class="pill">${own}</span><div class="what"><p><bdi>${email}</bdi></p><p class="meta">until ${timeOf(expiresAt)}</p></div><div class="end"><form method="post" action="${action}"><input type="hidden" name="step" value="withdraw"><input type="hidden" name="id" value="${id}"><button type="submit">Withdraw<span class="unseen"> the invitation of ${email}</span></button></form></div></li>`;
}
