import { readSettings } from '@debrief/core/workspace';
import { exactText, markup } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { Problem } from '../../problem.ts';
import { changeSettings } from '../../settings/change-settings.ts';
import { getSettings, type SettingsAt } from '../../settings/get-settings.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { problemOf } from '../problem-answer.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import type { Site } from './site.ts';

const formSchema = z.object({
  text: z.string().max(2_000_000),
  base: z.string().max(100),
});

/** What the team has settled, as the text of its `debrief.yaml`, with what could not be read of it. */
export async function settingsPage(c: Context<Environment>, site: Site): Promise<Response> {
  return sendSettings(c, site, await getSettings(contextFor(c, site.surroundings)), null);
}

export async function settingsForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const form = await formOf(c, formSchema);
  const text = form.text.replaceAll('\r\n', '\n');
  try {
    await changeSettings(context, {
      text,
      precondition: ({ hash }) => {
        if (hash !== form.base)
          throw new Problem(
            'stale',
            'Somebody else has changed the settings meanwhile. Look at theirs, then save yours.',
          );
      },
    });
    flash(c, 'settings-saved');
    return c.redirect(`${site.basePath}/settings`, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not-allowed') throw error;
    const theirs = await getSettings(context);
    return sendSettings(c, site, { text, hash: theirs.hash, messages: readSettings(text).messages }, error);
  }
}

function sendSettings(
  c: Context<Environment>,
  site: Site,
  { text, hash, messages }: Pick<SettingsAt, 'text' | 'hash' | 'messages'>,
  fault: Problem | null,
): Response {
  return sendPage(c, site, {
    title: 'Settings',
    nav: 'settings',
    status: fault === null ? 200 : (problemOf(fault)?.status ?? 400),
    main: markup`<div class="page"><h1>Settings</h1>
<p class="soft">The <code>debrief.yaml</code> of this server: severity scale, services and their objectives, people and roles, who approves, levels of rules. An empty text takes the defaults.</p>
${fault === null ? null : markup`<p class="note bad" role="alert"><strong>Not saved.</strong> ${fault.message}</p>`}
${messages.length === 0 ? null : markup`<div class="note warn"><p><strong>Not all of it is understood.</strong> What is not keeps its default.</p><ul>${messages.slice(0, 50).map(({ line, message }) => markup`<li>Line ${line}: ${message}</li>`)}</ul></div>`}
<form method="post" action="${site.basePath}/settings"><input type="hidden" name="base" value="${hash}">
<label for="text">debrief.yaml</label>
<textarea id="text" name="text" rows="28" spellcheck="false">
${exactText(text)}</textarea>
<p class="send"><button class="main" type="submit">Save</button></p></form></div>`,
  });
}
