import { levelOf, newIncidentId, reviewDates, severityName } from '@debrief/core/policy';
import { contentOfBeginning, draft, unplaced, withCarried } from '@debrief/core/draft';
import { exactText, markup, type Markup } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { createPostmortem } from '../../postmortem/create-postmortem.ts';
import { Problem } from '../../problem.ts';
import type { House } from '../../settings/house.ts';
import { builtInTemplates } from '../../settings/house-of.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { problemOf } from '../problem-answer.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import type { Site } from './site.ts';

const formSchema = z.object({
  kind: z.enum(['template', 'pasted']),
  template: z.string().max(100).default(''),
  title: z.string().max(400).default(''),
  severity: z.string().max(40).default(''),
  services: z.string().max(1_000).default(''),
  started: z.string().max(40).default(''),
  text: z.string().max(5_500_000).default(''),
  acceptSecrets: z.literal('yes').optional(),
});

type Filled = z.infer<typeof formSchema>;

const EMPTY: Filled = { kind: 'template', template: '', title: '', severity: '', services: '', started: '', text: '' };

/** A new post-mortem, from a template or from a text that is there already. */
export async function newPage(c: Context<Environment>, site: Site): Promise<Response> {
  const house = await site.surroundings.house();
  return sendForm(c, site, house, EMPTY, null);
}

export async function newForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const house = await context.house();
  const form = await formOf(c, formSchema);
  const author = context.actor.kind === 'person' ? context.actor.name : undefined;
  try {
    const text =
      form.kind === 'pasted'
        ? pasted(form.text.replaceAll('\r\n', '\n'))
        : drafted(form, house, { now: context.now(), author });
    const { id } = await createPostmortem(context, {
      text,
      fileName: `${slugOf(form.title)}.md`,
      reason: form.kind === 'pasted' ? 'Pasted' : 'Begun from a template',
      acceptSecrets: form.acceptSecrets === 'yes',
    });
    flash(c, 'created');
    return c.redirect(`${site.basePath}/postmortems/${id}${form.kind === 'pasted' ? '' : '/edit'}`, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not-allowed') throw error;
    return sendForm(c, site, house, form, error);
  }
}

function pasted(text: string): string {
  if (text.trim() === '') throw new Problem('invalid-request', 'Paste the text first.');
  return text;
}

function drafted(
  { template: name, title, severity, services, started }: Filled,
  { settings }: House,
  { now, author }: { readonly now: Date; readonly author: string | undefined },
): string {
  const template = builtInTemplates.get(name);
  if (template === undefined) throw new Problem('invalid-request', 'Choose a template.');
  const { scale } = settings.severity;
  const beginning = {
    ...(title.trim() !== '' && { title: title.trim() }),
    ...(severity !== '' && { severity }),
    ...(started !== '' && { startedAt: startOf(started) }),
    ...(author !== undefined && { author }),
    services: services
      .split(',')
      .map((service) => service.trim())
      .filter((service) => service !== ''),
    alerts: [],
  };
  const content = contentOfBeginning(beginning, {
    template,
    now: now.toISOString(),
    newId: (words, at) => {
      const made = newIncidentId(settings.incidentId.scheme, { at, title: words, taken: [] });
      return made.problem === undefined ? made.id : undefined;
    },
    levelOf: (words) => levelOf(scale, words),
    ...(scale !== undefined && { severityNames: LEVELS.map((level) => severityName(scale, level)) }),
    reviewDates: (day) => reviewDates(settings, day),
  });
  return withCarried(draft(template, content), unplaced(template, content));
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** The field gives a clock without a zone, which is said to be UTC. */
function startOf(started: string): string {
  const at = Date.parse(`${started}Z`);
  if (Number.isNaN(at)) throw new Problem('invalid-request', 'The start is no time. Write it like 2026-05-01T10:02.');
  return new Date(at).toISOString();
}

function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return slug === '' ? 'post-mortem' : slug;
}

function sendForm(
  c: Context<Environment>,
  site: Site,
  { settings }: House,
  filled: Filled,
  fault: Problem | null,
): Response {
  const { scale } = settings.severity;
  const names = LEVELS.map((level) => (scale === undefined ? `SEV${level}` : severityName(scale, level)));
  const chosen = filled.template === '' ? settings.template : filled.template;
  const action = `${site.basePath}/new`;
  return sendPage(c, site, {
    title: 'New post-mortem',
    nav: 'new',
    status: fault === null ? 200 : (problemOf(fault)?.status ?? 400),
    main: markup`<div class="page">
<h1>New post-mortem</h1>
${fault === null ? null : markup`<p class="note bad" role="alert"><strong>Not kept yet.</strong> ${fault.message}</p>`}
<div class="columns">
<form method="post" action="${action}" class="stacked" aria-labelledby="from-template"><input type="hidden" name="kind" value="template">
<h2 id="from-template">From a template</h2>
<label for="title">What happened, in one line</label><input id="title" type="text" name="title" value="${filled.title}" maxlength="400">
<label for="template">Template</label><select id="template" name="template">${[...builtInTemplates.keys()].map((name) => option(name, name === chosen))}</select>
<label for="severity">Severity</label><select id="severity" name="severity"><option value="">not known yet</option>${names.map((name) => option(name, name === filled.severity))}</select>
<label for="services">Services, separated by commas</label><input id="services" type="text" name="services" value="${filled.services}" maxlength="1000">
<label for="started">Began at, in UTC</label><input id="started" type="datetime-local" name="started" value="${filled.started}">
<p class="send"><button class="main" type="submit">Begin</button></p>
<p class="hint">What is not known yet stays marked as a question.</p></form>
<form method="post" action="${action}" class="stacked" aria-labelledby="from-text"><input type="hidden" name="kind" value="pasted">
<h2 id="from-text">From a text</h2>
<label for="text">Markdown, of any form</label><textarea id="text" name="text" rows="16" required>
${exactText(filled.text)}</textarea>
${fault?.code === 'secret-found' ? markup`<label class="one"><input type="checkbox" name="acceptSecrets" value="yes"> It is no secret, or everybody may know it: keep it</label>` : null}
<p class="send"><button type="submit">Keep this text</button></p></form>
</div></div>`,
  });
}

function option(name: string, isChosen: boolean): Markup {
  return markup`<option value="${name}"${isChosen ? markup` selected` : null}>${name}</option>`;
}
