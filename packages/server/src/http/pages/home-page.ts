import { markup, type Markup, readableText } from '@debrief/publish';
import type { Context } from 'hono';
import { listActions } from '../../action/list-actions.ts';
import { listReviewRequests, type OpenRequest } from '../../life/list-review-requests.ts';
import { type OpenDraft, openDrafts } from '../../postmortem/open-drafts.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { actionRows } from './actions-page.ts';
import { sendPage } from './layout.ts';
import { mayWrite } from './may-write.ts';
import { counted, severityPill, statePill, timeOf } from './parts.ts';
import type { Site } from './site.ts';

/** What waits for whoever asks: reviews first, since others wait for them, then drafts and actions. */
export async function homePage(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const [requests, drafts, { items: actions, next }] = await Promise.all([
    listReviewRequests(context),
    openDrafts(context),
    listActions(context, { state: 'open', limit: 12 }),
  ]);
  const { basePath } = site;
  const summary = [
    ...(requests.length === 0 ? [] : [counted(requests.length, 'review')]),
    ...(drafts.length === 0 ? [] : [counted(drafts.length, 'draft')]),
    ...(actions.length === 0 ? [] : [`${counted(actions.length, 'action')}${next === null ? '' : ' and more'}`]),
  ];
  const canWrite = mayWrite(context.actor);
  return sendPage(c, site, {
    title: 'Home',
    nav: 'home',
    main: markup`<div class="page"><h1>Waiting for you</h1>
<p class="soft">${summary.length === 0 ? 'Nothing. That is fine.' : `${summary.join(', ')}.`}</p>
<div class="columns"><div>
${requests.length === 0 ? null : markup`<section aria-labelledby="reviews"><h2 id="reviews">Asked to review</h2><ul class="rows">${requests.map((each) => requestRow(each, basePath))}</ul></section>`}
${drafts.length === 0 ? null : markup`<section aria-labelledby="drafts"><h2 id="drafts">Drafts and reviews under way</h2><ul class="rows">${drafts.map((each) => draftRow(each, basePath))}</ul></section>`}
${actions.length === 0 ? null : markup`<section aria-labelledby="due"><h2 id="due">Open action items</h2>${actionRows(actions, { basePath, canWrite, back: '/', today: context.now().toISOString().slice(0, 10) })}<p class="send"><a href="${basePath}/actions">All action items</a></p></section>`}
</div><section aria-labelledby="start"><h2 id="start">Start</h2><ul class="plain">${canWrite ? markup`<li><a href="${basePath}/new">From a template</a></li><li><a href="${basePath}/new#from-text">Paste a text</a></li>` : null}<li><a href="${basePath}/postmortems">Read what happened before</a></li></ul></section></div></div>`,
  });
}

function requestRow({ postmortem, title, severity, askedBy, at }: OpenRequest, basePath: string): Markup {
  return markup`<li><span>${severityPill(severity, null)}</span><div class="what"><p><a class="title" href="${basePath}/postmortems/${postmortem}"><bdi>${readableText(title, { longest: 160 })}</bdi></a></p><p class="meta"><bdi>${askedBy}</bdi> asked you, ${timeOf(at)}</p></div><div class="end"><a class="button" href="${basePath}/postmortems/${postmortem}/review">Review<span class="unseen"> ${readableText(title, { longest: 60 })}</span></a></div></li>`;
}

function draftRow(
  { id, title, severity, severityLevel, state, updatedAt, unknowns }: OpenDraft,
  basePath: string,
): Markup {
  return markup`<li><span>${severityPill(severity, severityLevel)}</span><div class="what"><p><a class="title" href="${basePath}/postmortems/${id}"><bdi>${readableText(title, { longest: 160 })}</bdi></a></p><p class="meta">changed ${timeOf(updatedAt)}${unknowns === 0 ? '' : ` · ${counted(unknowns, 'open question')}`}</p></div><div class="end">${statePill(state)}</div></li>`;
}
