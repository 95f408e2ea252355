import { markup, type Markup } from '@debrief/publish';
import type { Life } from '../../life/life-of.ts';
import type { PublishReason } from '../../life/may-publish.ts';
import { counted, timeOf } from './parts.ts';

/** Who approved, and what is missing, in words. */
export function lifeBlock(life: Life, basePath: string): Markup {
  const { id, approvals, requests, publish, authors } = life;
  const waiting = requests.filter(({ answeredAt }) => answeredAt === null);
  const nameOf = (person: string): string => authors.find((author) => author.id === person)?.name ?? person;
  return markup`<h2 id="life">Review</h2>
${life.state === 'dismissed' || life.state === 'merged' ? markup`<p>${life.state === 'dismissed' ? 'Dismissed' : 'Merged'}${life.stateReason === null ? '.' : `: ${life.stateReason}`}</p>` : null}
${life.mergedInto === null ? null : markup`<p><a href="${basePath}/postmortems/${life.mergedInto}">The post-mortem that counts</a></p>`}
${life.publishedAt === null ? null : markup`<p>Published ${timeOf(life.publishedAt)}.</p>`}
${
  approvals.length === 0
    ? markup`<p class="soft">Nobody has approved it yet.</p>`
    : markup`<ul>${approvals.map(
        ({ name, roles, at, holds }) =>
          markup`<li><span class="pill ${holds ? 'good' : 'warn'}">${holds ? 'approved' : 'fallen'}</span> <bdi>${name}</bdi>${roles.length === 0 ? '' : `, ${roles.join(', ')}`} <span class="meta">${timeOf(at)}${holds ? '' : '; words changed since'}</span></li>`,
      )}</ul>`
}
${waiting.length === 0 ? null : markup`<p class="soft">Asked: ${waiting.map(({ person }) => person.name).join(', ')}</p>`}
${publish.allowed || life.state === 'draft' || life.state === 'published' ? null : markup`<p><strong>Still missing</strong></p><ul>${publish.reasons.map((reason) => markup`<li>${reasonWords(reason, nameOf)}</li>`)}</ul>`}
<p><a href="${basePath}/postmortems/${id}/review">Review, publish and other steps</a></p>`;
}

type Words = {
  readonly [Name in PublishReason['reason']]: (
    reason: Extract<PublishReason, { readonly reason: Name }>,
    nameOf: (person: string) => string,
  ) => string;
};

const REASONS: Words = {
  'too-few-approvals': ({ have, needed }) => `It has ${counted(have, 'approval')} and needs ${needed}.`,
  'role-missing': ({ role }) => `Somebody with the role “${role}” has to approve.`,
  'seen-by-author-alone': ({ author }, nameOf) =>
    `Somebody besides ${nameOf(author)}, who wrote on it, has to approve.`,
  findings: ({ findings }) =>
    `${counted(findings.length, 'finding')} of level error ${findings.length === 1 ? 'has' : 'have'} to be settled: ${[...new Set(findings.map(({ rule }) => rule))].slice(0, 6).join(', ')}.`,
  'not-in-this-state': ({ state }) => `It is ${state}. Ask for a review first.`,
};

/** Why something cannot be published yet, as a sentence. */
export function reasonWords(reason: PublishReason, nameOf: (person: string) => string): string {
  return REASONS[reason.reason](reason as never, nameOf);
}
