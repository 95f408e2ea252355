import { dayWords, markup, type Markup, readableText } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { type ActionFilter, actionFilters, type ListedAction, listActions } from '../../action/list-actions.ts';
import { setActionState } from '../../action/set-action-state.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import { mayWrite } from './may-write.ts';
import { counted } from './parts.ts';
import type { Site } from './site.ts';

const WORDS: Readonly<Record<ActionFilter, string>> = { open: 'Open', overdue: 'Overdue', done: 'Done', all: 'All' };

/** Action items across all post-mortems, by when they are due. */
export async function actionsPage(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const filter = actionFilters.find((name) => name === c.req.query('show')) ?? 'open';
  const actions = await listActions(context, { filter });
  return sendPage(c, site, {
    title: 'Action items',
    nav: 'actions',
    main: markup`<div class="page"><h1>Action items</h1>
<nav class="doing" aria-label="Which ones">${actionFilters.map((name) => markup`<a class="button" href="${site.basePath}/actions?show=${name}"${name === filter ? markup` aria-current="true"` : null}>${WORDS[name]}</a>`)}</nav>
${actions.length === 0 ? markup`<p class="soft">None here.</p>` : markup`<p class="soft">${counted(actions.length, 'item')}${actions.length >= 200 ? ', the first 200' : ''}. A tick goes into the text of the post-mortem, as a revision.</p>`}
${actionRows(actions, { basePath: site.basePath, canWrite: mayWrite(context.actor), back: `/actions?show=${filter}` })}
</div>`,
  });
}

const formSchema = z.object({
  postmortem: z.string().max(60),
  action: z.string().max(60),
  done: z.enum(['yes', 'no']),
  back: z.enum(['/', ...actionFilters.map((name) => `/actions?show=${name}`)]).default('/actions?show=open'),
});

export async function actionForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const { postmortem, action, done, back } = await formOf(c, formSchema);
  await setActionState(context, { postmortem, action, isDone: done === 'yes' });
  flash(c, 'ticked');
  return c.redirect(`${site.basePath}${back}`, 303);
}

export function actionRows(
  actions: readonly ListedAction[],
  { basePath, canWrite, back }: { readonly basePath: string; readonly canWrite: boolean; readonly back: string },
): Markup {
  return markup`<ul class="rows">${actions.map((action) => {
    const isDone = action.state === 'done';
    const canTick = canWrite && action.postmortemState !== 'archived' && action.state !== 'cancelled';
    return markup`<li><span>${duePill(action)}</span><div class="what"><p><bdi>${readableText(action.text, { longest: 300 })}</bdi></p><p class="meta"><a href="${basePath}/postmortems/${action.postmortem}"><bdi>${readableText(action.title, { longest: 120 })}</bdi></a>${[action.owners.join(', '), action.priority, action.strength, action.ticket].filter((part) => part !== null && part !== '').map((part) => markup` · <bdi>${readableText(part ?? '', { longest: 80 })}</bdi>`)}</p></div>
<div class="end">${canTick ? markup`<form method="post" action="${basePath}/actions"><input type="hidden" name="postmortem" value="${action.postmortem}"><input type="hidden" name="action" value="${action.id}"><input type="hidden" name="done" value="${isDone ? 'no' : 'yes'}"><input type="hidden" name="back" value="${back}"><button type="submit">${isDone ? 'Open again' : 'Done'}<span class="unseen">: ${readableText(action.text, { longest: 80 })}</span></button></form>` : null}</div></li>`;
  })}</ul>`;
}

function duePill({ state, daysOver, dueDay, due, doneAt }: ListedAction): Markup {
  if (state === 'done')
    return markup`<span class="pill good">done</span>${doneAt === null ? null : markup` <span class="meta">${dayWords(doneAt)}</span>`}`;
  if (state === 'cancelled') return markup`<span class="pill">cancelled</span>`;
  if (daysOver > 0) return markup`<span class="pill bad">${counted(daysOver, 'day')} over</span>`;
  if (dueDay !== null) return markup`<span class="meta">due ${dayWords(dueDay)}</span>`;
  return due === null
    ? markup`<span class="pill warn">no date</span>`
    : markup`<span class="meta">due <bdi>${readableText(due, { longest: 30 })}</bdi></span>`;
}
