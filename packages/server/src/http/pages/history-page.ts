import { markup, type Markup, readableText } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { getPostmortem } from '../../postmortem/get-postmortem.ts';
import { diffRevisions } from '../../revision/diff-revisions.ts';
import { type ListedRevision, listRevisions } from '../../revision/list-revisions.ts';
import { restoreRevision } from '../../revision/restore-revision.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { diffBlock } from './diff-block.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import { mayWrite } from './may-write.ts';
import { timeOf } from './parts.ts';
import type { Site } from './site.ts';
import { whichRevision } from './which-revision.ts';

/** Every revision of a post-mortem, the newest first, with what differs and a way back. */
export async function historyPage(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const id = c.req.param('id') ?? '';
  const before = whichRevision(c.req.query('before'));
  const [{ revisions, next }, { postmortem, revision }] = await Promise.all([
    listRevisions(context, { id, ...(typeof before === 'number' && { before }) }),
    getPostmortem(context, { id, which: 'newest' }),
  ]);
  const path = `${site.basePath}/postmortems/${id}`;
  const options = { path, newest: revision.number, canWrite: mayWrite(context.actor) };
  return sendPage(c, site, {
    title: 'History',
    nav: 'postmortems',
    main: markup`<div class="page">
<p class="meta"><a href="${path}">Back to the text</a> · ${readableText(postmortem.fileName, { longest: 120 })}</p>
<h1>History</h1>
<p class="soft">Nothing is ever taken out of it. Each revision is chained to the one before by its hash.</p>
<ul class="rows">${revisions.map((each) => revisionRow(each, options))}</ul>
${next === null ? null : markup`<p class="send"><a class="button" href="${path}/history?before=${next}">Older revisions</a></p>`}
</div>`,
  });
}

function revisionRow(
  { number, line, base, authors, at, reason, changesSubstance, isPublished }: ListedRevision,
  { path, newest, canWrite }: { readonly path: string; readonly newest: number; readonly canWrite: boolean },
): Markup {
  return markup`<li><span><a href="${path}?revision=${number}">Revision ${number}</a></span>
<div class="what"><p><bdi>${readableText(reason, { longest: 400 })}</bdi></p><p class="meta"><bdi>${authors.map(({ name }) => name).join(', ')}</bdi> · ${timeOf(at)}${line === 'correction' ? ' · correction' : ''}${changesSubstance ? '' : ' · follow-up only'} ${isPublished ? markup`<span class="pill good">published</span>` : null}</p></div>
<div class="end">${base === null ? null : markup`<a class="button" href="${path}/diff?from=${base}&amp;to=${number}">What changed<span class="unseen"> in revision ${number}</span></a>`}${
    canWrite && number !== newest
      ? markup`<form method="post" action="${path}/restore"><input type="hidden" name="revision" value="${number}"><input type="hidden" name="base" value="${newest}"><button type="submit">Restore<span class="unseen"> revision ${number}</span></button></form>`
      : null
  }</div></li>`;
}

const restoreSchema = z.object({
  revision: z.coerce.number().int().min(1).max(2_000_000_000),
  base: z.coerce.number().int().min(1).max(2_000_000_000),
});

export async function restoreForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const id = c.req.param('id') ?? '';
  const { revision, base } = await formOf(c, restoreSchema);
  await restoreRevision(context, { id, revision, base, reason: `Restored revision ${revision}` });
  flash(c, 'restored');
  return c.redirect(`${site.basePath}/postmortems/${id}?revision=newest`, 303);
}

/** What differs between two revisions. */
export async function diffPage(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const id = c.req.param('id') ?? '';
  const { postmortem } = await getPostmortem(context, { id });
  const from = numbered(c.req.query('from'), 1);
  const to = numbered(c.req.query('to'), postmortem.correction ?? postmortem.published ?? postmortem.head);
  const { lines } = await diffRevisions(context, { id, from, to });
  const path = `${site.basePath}/postmortems/${id}`;
  return sendPage(c, site, {
    title: `Revision ${from} to ${to}`,
    nav: 'postmortems',
    main: markup`<div class="page">
<p class="meta"><a href="${path}/history">Back to the history</a></p>
<h1>Revision ${from} to ${to}</h1>
<form class="filters" method="get" action="${path}/diff"><div><label for="from">From revision</label><input id="from" type="number" name="from" value="${from}" min="1"></div><div><label for="to">To revision</label><input id="to" type="number" name="to" value="${to}" min="1"></div><div><button type="submit">Compare</button></div></form>
<p class="soft">Removed lines have a − and struck words, added ones a + and underlined words.</p>
${diffBlock(lines)}
</div>`,
  });
}

function numbered(written: string | undefined, otherwise: number): number {
  const which = whichRevision(written);
  return typeof which === 'number' ? which : otherwise;
}
