import { isAnchor, type Place, type RelatedIncident } from '@debrief/core';
import {
  dayWords,
  durationWords,
  instantWords,
  type Mark,
  markup,
  type Markup,
  readableText,
  timelinePicture,
  trusted,
  unknownPlaces,
} from '@debrief/publish';
import type { Context } from 'hono';
import { listComments } from '../../comment/list-comments.ts';
import { type Life, lifeOf } from '../../life/life-of.ts';
import { readPostmortem, type ReadPostmortem } from '../../postmortem/read-postmortem.ts';
import { listRelated } from '../../related/list-related.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { commentsBlock } from './comments-block.ts';
import type { DocumentWork, SetDocument } from './document-work.ts';
import { findingMarks, findingsBlock } from './finding-rows.ts';
import { sendPage } from './layout.ts';
import { lifeBlock } from './life-block.ts';
import { numbersBlock } from './number-rows.ts';
import { counted, severityPill, statePill } from './parts.ts';
import { mayWrite } from './may-write.ts';
import type { Site } from './site.ts';
import { whichRevision } from './which-revision.ts';

/** Reading more would keep the page waiting; whoever wants more asks the API. */
const MOST_COMPARED = 24;

/** A post-mortem to read: its text, what it says in numbers, what is asked of it, and where it stands. */
export function readingPage(setDocument: (work: DocumentWork) => Promise<SetDocument>) {
  return async (c: Context<Environment>, site: Site): Promise<Response> => {
    const context = contextFor(c, site.surroundings);
    const id = c.req.param('id') ?? '';
    const which = whichRevision(c.req.query('revision'));
    const shown = await readPostmortem(context, { id, which });
    const [life, comments, related, document] = await Promise.all([
      lifeOf(context, { id }),
      listComments(context, { id }),
      listRelated(context, { id, limit: 4, later: false, most: MOST_COMPARED }),
      setDocument(workFor(shown)),
    ]);
    const canWrite = mayWrite(context.actor);
    const title = readableText(shown.record.title ?? 'Untitled post-mortem', { longest: 300 });
    const path = `${site.basePath}/postmortems/${id}`;
    const marked = new Set(
      findingMarks(shown.findings).flatMap((mark) =>
        mark.id !== undefined && document.html.includes(`id="${mark.id}"`) ? [mark.id] : [],
      ),
    );
    return sendPage(c, site, {
      title,
      nav: 'postmortems',
      main: markup`<div class="sheet">
<article class="text">
${headOf(shown, { title, life, path, canWrite })}
${pictureOf(shown)}
${document.note === null ? null : markup`<p class="note warn">${document.note}</p>`}
<div class="document" lang="${shown.reading.postmortem.language}">
${trusted(document.html)}
</div>
</article>
${outlineOf(document.headings)}
<aside class="side" aria-label="About this post-mortem">
${lifeBlock(life, site.basePath)}
${actionsBlock(shown, site.basePath)}
${findingsBlock(shown.findings, { text: shown.revision.text, marked })}
${numbersBlock(shown.measurements)}
${relatedBlock(related.incidents, site.basePath)}
${commentsBlock(comments, { action: `${path}/comments`, mayWrite: canWrite })}
</aside>
</div>`,
    });
  };
}

/** What the page shows elsewhere, front matter and title, is left out of the text. */
function workFor({ revision, reading, findings }: ReadPostmortem): DocumentWork {
  const { sections, postmortem } = reading;
  const titlePlace = postmortem.title.state === 'known' ? postmortem.title.places[0] : undefined;
  const head = sections.find(
    ({ kind, level, headingPlace }) =>
      kind === 'heading' &&
      level === 1 &&
      titlePlace !== undefined &&
      titlePlace.from >= headingPlace.from &&
      titlePlace.to <= headingPlace.to,
  );
  const omit: readonly Place[] = [
    ...sections.filter(({ kind }) => kind === 'frontMatter').map(({ from, to }) => ({ from, to })),
    ...(head === undefined ? [] : [head.headingPlace]),
  ];
  const unknown = unknownPlaces(reading).map((place): Mark => ({ ...place, kind: 'unknown', label: 'Not known yet' }));
  return { text: revision.text, marks: [...findingMarks(findings), ...unknown], omit, files: {} };
}

function headOf(
  shown: ReadPostmortem,
  {
    title,
    life,
    path,
    canWrite,
  }: { readonly title: string; readonly life: Life; readonly path: string; readonly canWrite: boolean },
): Markup {
  const { postmortem, revision, record, findings } = shown;
  const { state, published, correction } = postmortem;
  const isOld = revision.number !== (published ?? postmortem.head) && revision.number !== correction;
  const isCorrection = revision.line === 'correction';
  const holding = life.approvals.filter(({ holds }) => holds).length;
  const questions = findings.filter(({ rule }) => rule.startsWith('complete/')).length;
  return markup`<p class="meta">${statePill(state)} ${holding === 0 ? null : `${counted(holding, 'approval')} · `}${record.incidentId === null ? null : markup`<bdi>${readableText(record.incidentId, { longest: 60 })}</bdi> · `}revision ${revision.number}</p>
<h1><bdi>${title}</bdi></h1>
<ul class="facts"><li>${severityPill(record.severity?.written ?? null, record.severity?.level ?? null)}</li>${factsOf(shown).map((fact) => markup`<li><bdi>${fact}</bdi></li>`)}${questions === 0 ? null : markup`<li><a href="#findings"><span class="pill warn">${counted(questions, 'open question')}</span></a></li>`}</ul>
<div class="doing">${canWrite && isWritten(state) ? markup`<a class="button" href="${path}/edit" accesskey="e">Edit</a>` : null}<a class="button" href="${path}/review">Review</a><a class="button" href="${path}/history">History</a></div>
${isOld ? markup`<p class="note warn">This is an old revision. <a href="${path}">Go to the one that counts</a>.</p>` : null}
${isCorrection ? markup`<p class="note warn">This is a correction that is being written. Readers see <a href="${path}">the published text</a>.</p>` : null}
${correction !== null && !isCorrection ? markup`<p class="note">A correction is being written. <a href="${path}?revision=newest">Read it</a>, or <a href="${path}/diff?from=${published ?? postmortem.head}&amp;to=${correction}">see what it changes</a>.</p>` : null}`;
}

function isWritten(state: ReadPostmortem['postmortem']['state']): boolean {
  return state !== 'dismissed' && state !== 'merged' && state !== 'archived';
}

/** When, what, and for how long, as far as the text tells. */
function factsOf({ record, anchors, measurements }: ReadPostmortem): readonly string[] {
  const { start, services } = record;
  const end = [anchors.impactEnd, anchors.resolved].find(isAnchor);
  const clocks =
    start?.hasClock === true && end !== undefined && end.at >= start.at ? clockRange(start.at, end.at) : null;
  const lasted = measurements.find(({ metric, isHouse }) => metric === 'impact-duration' && isHouse)?.result;
  return [
    ...(start === null ? [] : [clocks ?? dayWords(start.day)]),
    ...(services.length === 0 ? [] : [readableText(services.slice(0, 6).join(', '), { longest: 120 })]),
    ...(lasted?.state === 'known' ? [`${durationWords(lasted.value)} of impact`] : []),
  ];
}

function clockRange(from: number, to: number): string {
  const [first, last] = [new Date(from).toISOString(), new Date(to).toISOString()];
  const end = first.slice(0, 10) === last.slice(0, 10) ? last.slice(11, 16) : instantWords(last).replace(' UTC', '');
  return `${dayWords(first)}, ${first.slice(11, 16)}–${end} UTC`;
}

function pictureOf({ reading, anchors }: ReadPostmortem): Markup | null {
  const drawn = timelinePicture(reading, anchors);
  if (drawn === null) return null;
  return markup`${drawn.picture}<details><summary>The same in words</summary><p class="soft">${drawn.words}</p></details>`;
}

function outlineOf(headings: SetDocument['headings']): Markup | null {
  if (headings.length < 2) return null;
  const top = Math.min(...headings.map(({ level }) => level));
  const shown = headings.filter(({ level }) => level <= Math.max(2, top + 1)).slice(0, 60);
  return markup`<nav class="outline" aria-label="Outline"><div><h2>Outline</h2><ul>${shown.map(
    ({ id, level, words }) =>
      markup`<li class="${level > Math.max(2, top) ? 'deeper' : 'top-level'}"><a href="#${id}">${readableText(words, { longest: 60 })}</a></li>`,
  )}</ul></div></nav>`;
}

function actionsBlock({ record }: ReadPostmortem, basePath: string): Markup | null {
  const { actions } = record;
  if (actions.length === 0) return null;
  const open = actions.filter(({ state }) => state === 'open' || state === 'unknown').length;
  return markup`<h2 id="actions">Action items</h2><p>${actions.length - open} of ${actions.length} done. <a href="${basePath}/actions">Follow them up</a></p>`;
}

function relatedBlock(related: readonly RelatedIncident[], basePath: string): Markup | null {
  if (related.length === 0) return null;
  return markup`<h2 id="related">Alike before</h2><ul>${related.map(
    ({ file, title, date, reasons, actions }) =>
      markup`<li><a href="${basePath}/postmortems/${file}"><bdi>${readableText(title ?? 'Untitled post-mortem', { longest: 120 })}</bdi></a> <span class="meta">${date === null ? '' : dayWords(date)}</span><br><span class="soft">${reasons
        .slice(0, 3)
        .map(({ text }) => readableText(text, { longest: 120 }))
        .join(
          '; ',
        )}${actions.length === 0 ? '' : `; ${counted(actions.filter(({ state }) => state !== 'done').length, 'of its actions is open', 'of its actions are open')}`}</span></li>`,
  )}</ul>`;
}
