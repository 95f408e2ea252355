import { markup, type Markup, readableText } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { type ListedPerson, listPeople } from '../../accounts/list-people.ts';
import type { Context as VerbContext } from '../../context.ts';
import { approve } from '../../life/approve.ts';
import { archivePostmortem } from '../../life/archive.ts';
import { discardCorrection } from '../../life/discard-correction.ts';
import { dismissPostmortem } from '../../life/dismiss.ts';
import { type Life, lifeOf } from '../../life/life-of.ts';
import { mergeInto } from '../../life/merge-into.ts';
import { publishCorrection } from '../../life/publish-correction.ts';
import { publishPostmortem } from '../../life/publish.ts';
import { reopenPostmortem } from '../../life/reopen.ts';
import { requestReview } from '../../life/request-review.ts';
import { withdrawApproval } from '../../life/withdraw-approval.ts';
import { readPostmortem } from '../../postmortem/read-postmortem.ts';
import { Problem } from '../../problem.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { problemOf } from '../problem-answer.ts';
import { findingsBlock } from './finding-rows.ts';
import { flash, type FlashName } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import { reasonWords } from './life-block.ts';
import { mayWrite } from './may-write.ts';
import { counted, statePill, timeOf } from './parts.ts';
import type { Site } from './site.ts';

/** Where a post-mortem stands, and every step that can be taken from there. */
export async function reviewPage(c: Context<Environment>, site: Site): Promise<Response> {
  return sendReview(c, site, null);
}

const revision = z.coerce.number().int().min(1).max(2_000_000_000);
const reason = z.string().max(2_000).default('');
const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('request'), people: z.union([z.string(), z.array(z.string())]).optional() }),
  z.object({ step: z.literal('approve'), revision }),
  z.object({ step: z.literal('withdraw') }),
  z.object({ step: z.literal('publish'), revision }),
  z.object({ step: z.literal('publish-correction'), revision, reason }),
  z.object({ step: z.literal('discard') }),
  z.object({ step: z.literal('dismiss'), reason }),
  z.object({ step: z.literal('merge'), into: z.string().max(400), reason }),
  z.object({ step: z.literal('archive') }),
  z.object({ step: z.literal('reopen') }),
]);

type Step = z.infer<typeof step>;

/** Takes one step; a refused one is told on the page, with all that is missing. */
export async function reviewForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const id = c.req.param('id') ?? '';
  const asked = await formOf(c, step);
  try {
    await TAKE[asked.step](context, id, asked as never);
    flash(c, SAID[asked.step]);
    return c.redirect(`${site.basePath}/postmortems/${id}/review`, 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not-found') throw error;
    return sendReview(c, site, error);
  }
}

type Take = {
  readonly [Name in Step['step']]: (
    context: VerbContext,
    id: string,
    asked: Extract<Step, { readonly step: Name }>,
  ) => Promise<unknown>;
};

const TAKE: Take = {
  request: (context, id, { people }) => requestReview(context, { id, people: [people ?? []].flat() }),
  approve: (context, id, asked) => approve(context, { id, revision: asked.revision }),
  withdraw: (context, id) => withdrawApproval(context, { id }),
  publish: (context, id, asked) => publishPostmortem(context, { id, revision: asked.revision }),
  'publish-correction': (context, id, asked) =>
    publishCorrection(context, { id, revision: asked.revision, reason: asked.reason || 'Corrected' }),
  discard: (context, id) => discardCorrection(context, { id }),
  dismiss: (context, id, asked) => dismissPostmortem(context, { id, reason: asked.reason }),
  merge: (context, id, { into, reason: why }) => mergeInto(context, { id, into: idIn(into), reason: why || null }),
  archive: (context, id) => archivePostmortem(context, { id }),
  reopen: (context, id) => reopenPostmortem(context, { id }),
};

const SAID: Readonly<Record<Step['step'], FlashName>> = {
  request: 'asked',
  approve: 'approved',
  withdraw: 'withdrawn',
  publish: 'published',
  'publish-correction': 'correction-published',
  discard: 'discarded',
  dismiss: 'dismissed',
  merge: 'merged',
  archive: 'archived',
  reopen: 'reopened',
};

/** People paste the address of the other page as well as its id. */
function idIn(written: string): string {
  return /\/postmortems\/([A-Za-z0-9_-]{8,40})/.exec(written)?.[1] ?? written.trim();
}

async function sendReview(c: Context<Environment>, site: Site, fault: Problem | null): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const id = c.req.param('id') ?? '';
  const [life, people, read] = await Promise.all([
    lifeOf(context, { id }),
    listPeople(context),
    readPostmortem(context, { id, which: 'newest' }),
  ]);
  const path = `${site.basePath}/postmortems/${id}`;
  const title = readableText(read.record.title ?? 'Untitled post-mortem', { longest: 200 });
  return sendPage(c, site, {
    title: `Review: ${title}`,
    nav: 'postmortems',
    status: fault === null ? 200 : (problemOf(fault)?.status ?? 409),
    main: markup`<div class="page">
<p class="meta"><a href="${path}">Back to the text</a></p>
<h1>Review</h1>
<p><bdi>${title}</bdi> ${statePill(life.state)} <span class="meta">revision ${life.revision}${life.correction === null ? '' : ', a correction'}</span></p>
${fault === null ? null : markup`<p class="note bad" role="alert"><strong>Not done.</strong> ${fault.message}</p>`}
<div class="columns"><div>
${standing(life)}
${mayWrite(context.actor) ? steps(life, { people, path, own: context.actor.id }) : markup`<p class="soft">You can read this. Editors and admins take these steps.</p>`}
</div>
<aside class="side" aria-label="Findings">${findingsBlock(
      read.findings.filter(({ level }) => level !== 'info'),
      { text: read.revision.text, marked: new Set() },
    )}</aside></div>
</div>`,
  });
}

function standing({ approvals, authors, requests, publish, policy, state }: Life): Markup {
  const nameOf = (person: string): string => authors.find(({ id }) => id === person)?.name ?? person;
  return markup`<h2>Where it stands</h2>
<p>Written by <bdi>${authors.length === 0 ? 'nobody who is known' : authors.map(({ name }) => name).join(', ')}</bdi>. It takes ${counted(Math.max(1, policy.count), 'approval')}${policy.roles.length === 0 ? '' : ` with ${policy.roles.join(', ')}`} of the words as they stand; ticking an action changes nothing of that.</p>
${approvals.length === 0 ? null : markup`<ul class="rows">${approvals.map(({ name, roles, at, holds, revision: number }) => markup`<li><span class="pill ${holds ? 'good' : 'warn'}">${holds ? 'approved' : 'fallen'}</span><div><p><bdi>${name}</bdi>${roles.length === 0 ? '' : `, ${roles.join(', ')}`}</p><p class="meta">revision ${number}, ${timeOf(at)}${holds ? '' : '; words changed since'}</p></div><span></span></li>`)}</ul>`}
${requests.filter(({ answeredAt }) => answeredAt === null).map(({ person, askedBy, at }) => markup`<p class="soft"><bdi>${person.name}</bdi> was asked by <bdi>${askedBy.name}</bdi>, ${timeOf(at)}</p>`)}
${publish.allowed || state === 'dismissed' || state === 'merged' || state === 'archived' ? null : markup`<h3>Before it can be published</h3><ul>${publish.reasons.map((each) => markup`<li>${reasonWords(each, nameOf)}</li>`)}</ul>`}
${publish.allowed ? markup`<p class="note good">Nothing is missing: it can be published.</p>` : null}`;
}

const WHY_NOT: Readonly<Partial<Record<Life['approve'], string>>> = {
  'sole-author': 'You alone have written this, so somebody else has to approve it.',
  'approved-already': 'You have approved this text.',
};

function steps(
  life: Life,
  { people, path, own }: { readonly people: readonly ListedPerson[]; readonly path: string; readonly own: string },
): Markup {
  const { state, correction, revision: number, approvals } = life;
  const isCorrection = state === 'published' && correction !== null;
  const isOpen = state === 'draft' || state === 'review' || state === 'approved';
  const action = `${path}/review`;
  const form = (name: Step['step'], inner: Markup): Markup =>
    markup`<form method="post" action="${action}"><input type="hidden" name="step" value="${name}">${inner}</form>`;
  const seen = markup`<input type="hidden" name="revision" value="${number}">`;
  const mine = approvals.some(({ person }) => person === own);
  return markup`<h2>Steps</h2>
<div class="doing">
${life.approve === 'allowed' ? form('approve', markup`${seen}<button class="main" type="submit">Approve this text</button>`) : null}
${mine && (isOpen || isCorrection) ? form('withdraw', markup`<button type="submit">Take my approval back</button>`) : null}
${life.publish.allowed ? form(isCorrection ? 'publish-correction' : 'publish', markup`${seen}<button class="main" type="submit">${isCorrection ? 'Publish the correction' : 'Publish'}</button>`) : null}
${isCorrection ? form('discard', markup`<button type="submit">Put the correction away</button>`) : null}
${state === 'published' && correction === null ? form('archive', markup`<button type="submit">Archive</button>`) : null}
${state === 'draft' || state === 'published' ? null : form('reopen', markup`<button type="submit">${state === 'review' || state === 'approved' ? 'Back to draft' : 'Reopen'}</button>`)}
</div>
${WHY_NOT[life.approve] === undefined ? null : markup`<p class="soft">${WHY_NOT[life.approve] ?? ''}</p>`}
${isOpen || isCorrection ? form('request', requestFields(people, own)) : null}
${
  isOpen || state === 'published'
    ? markup`<details><summary>It was no incident, or another one tells of it</summary>${form('dismiss', markup`<h3>Dismiss</h3><label for="dismiss-reason">Why it was no incident</label><input class="wide-field" id="dismiss-reason" type="text" name="reason" required maxlength="2000"><p class="send"><button type="submit">Dismiss</button></p>`)}${form('merge', markup`<h3>Merge</h3><label for="into">The address of the post-mortem that counts</label><input class="wide-field" id="into" type="text" name="into" required maxlength="400"><label for="merge-reason">Why</label><input class="wide-field" id="merge-reason" type="text" name="reason" maxlength="2000"><p class="send"><button type="submit">Merge</button></p>`)}</details>`
    : null
}`;
}

function requestFields(people: readonly ListedPerson[], own: string): Markup {
  const others = people.filter(
    ({ id, deactivatedAt, role }) => id !== own && deactivatedAt === null && role !== 'viewer',
  );
  return markup`<fieldset><legend>Ask for a review</legend><p>${others.length === 0 ? markup`<span class="soft">There is nobody else with an account yet. The review can be opened all the same.</span>` : others.map(({ id, name }) => markup`<label class="one"><input type="checkbox" name="people" value="${id}"> <bdi>${name}</bdi></label>`)}</p></fieldset><p><button type="submit">Ask for a review</button></p>`;
}
