import { dayWords, markup, type Markup, readableText } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import type { ActionItemAt } from '../../action/action-item.ts';
import { changeAction } from '../../action/change-action.ts';
import { listActions } from '../../action/list-actions.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import { mayWrite } from './may-write.ts';
import { counted } from './parts.ts';
import type { Site } from './site.ts';

const actionFilters = ['open', 'overdue', 'done', 'all'] as const;

type ActionFilter = (typeof actionFilters)[number];

const WORDS: Readonly<Record<ActionFilter, string>> = { open: 'Open', overdue: 'Overdue', done: 'Done', all: 'All' };

const A_PAGE = 100;
const DAY = 86_400_000;

/** Action items across all post-mortems, by when they are due. */
export async function actionsPage(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const filter = actionFilters.find((name) => name === c.req.query('show')) ?? 'open';
  const cursor = c.req.query('cursor');
  const asked = filter === 'overdue' ? ({ state: 'open', due: 'overdue' } as const) : { state: filter };
  const { items: actions, next } = await listActions(context, { ...asked, cursor, limit: A_PAGE });
  return sendPage(c, site, {
    title: 'Action items',
    nav: 'actions',
    main: markup`<div class="page"><h1>Action items</h1>
<nav class="doing" aria-label="Which ones">${actionFilters.map((name) => markup`<a class="button" href="${site.basePath}/actions?show=${name}"${name === filter ? markup` aria-current="true"` : null}>${WORDS[name]}</a>`)}</nav>
${actions.length === 0 ? markup`<p class="soft">None here.</p>` : markup`<p class="soft">${counted(actions.length, 'item')}${next === null ? '' : ' on this page'}. A tick goes into the text of the post-mortem, as a revision.</p>`}
${actionRows(actions, { basePath: site.basePath, canWrite: mayWrite(context.actor), back: `/actions?show=${filter}`, today: context.now().toISOString().slice(0, 10) })}
${next === null ? null : markup`<p class="send"><a class="button" href="${site.basePath}/actions?${new URLSearchParams({ show: filter, cursor: next }).toString()}">More</a></p>`}
</div>`,
  });
}

const formSchema = z.object({
  action: z.string().max(60),
  done: z.enum(['yes', 'no']),
  back: z.enum(['/', ...actionFilters.map((name) => `/actions?show=${name}`)]).default('/actions?show=open'),
});

export async function actionForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const { action, done, back } = await formOf(c, formSchema);
  const isDone = done === 'yes';
  const reason = isDone ? 'Action item done' : 'Action item open again';
  await changeAction(context, { id: action, isDone, values: {}, reason });
  flash(c, 'ticked');
  return c.redirect(`${site.basePath}${back}`, 303);
}

export function actionRows(
  actions: readonly ActionItemAt[],
  {
    basePath,
    canWrite,
    back,
    today,
  }: { readonly basePath: string; readonly canWrite: boolean; readonly back: string; readonly today: string },
): Markup {
  return markup`<ul class="rows">${actions.map((action) => {
    const isDone = action.state === 'done';
    const canTick = canWrite && action.state !== 'cancelled';
    return markup`<li><span>${duePill(action, today)}</span><div class="what"><p><bdi>${readableText(action.text, { longest: 300 })}</bdi></p><p class="meta"><a href="${basePath}/postmortems/${action.postmortem.id}"><bdi>${readableText(action.postmortem.title, { longest: 120 })}</bdi></a>${[action.owners.join(', '), action.priority, action.ticket].filter((part) => part !== null && part !== '').map((part) => markup` · <bdi>${readableText(part ?? '', { longest: 80 })}</bdi>`)}</p></div>
<div class="end">${canTick ? markup`<form method="post" action="${basePath}/actions"><input type="hidden" name="action" value="${action.id}"><input type="hidden" name="done" value="${isDone ? 'no' : 'yes'}"><input type="hidden" name="back" value="${back}"><button type="submit">${isDone ? 'Open again' : 'Done'}<span class="unseen">: ${readableText(action.text, { longest: 80 })}</span></button></form>` : null}</div></li>`;
  })}</ul>`;
}

/** @param today `YYYY-MM-DD` */
function duePill({ state, isOverdue, dueDay, due, doneAt }: ActionItemAt, today: string): Markup {
  const daysOver = isOverdue && dueDay !== null ? Math.round((Date.parse(today) - Date.parse(dueDay)) / DAY) : 0;
  if (state === 'done')
    return markup`<span class="pill good">done</span>${doneAt === null ? null : markup` <span class="meta">${dayWords(doneAt)}</span>`}`;
  if (state === 'cancelled') return markup`<span class="pill">cancelled</span>`;
  if (daysOver > 0) return markup`<span class="pill bad">${counted(daysOver, 'day')} over</span>`;
  if (dueDay !== null) return markup`<span class="meta">due ${dayWords(dueDay)}</span>`;
  return due === null
    ? markup`<span class="pill warn">no date</span>`
    : markup`<span class="meta">due <bdi>${readableText(due, { longest: 30 })}</bdi></span>`;
}
