import type { Reading } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { startFences } from './fences.ts';
import { quoted } from '../quoted.ts';

/**
 * Looks for links to a heading of the same document that is not there.
 *
 * @finds document: # Mail down\n\nSee the [timeline](#time-line-of-events).\n\n## Timeline\n ⟶ #time-line-of-events
 * @finds document: # Mail down\n\n- [Impact](#impact)\n- [Causes](#causes)\n\n## Impact\n\n## Root cause\n ⟶ #causes
 * @passes document: # Mail down\n\n- [What went well?](#what-went-well)\n- [📈 Impact](#-impact)\n\n## What went well?\n\n## 📈 Impact\n
 * @passes document: # Mail down\n\n`[x](#nowhere)` is how a link is written; see [the proof](#proof).\n\n<a id="proof"></a>It was down.\n
 */
export const deadAnchor: Rule = {
  id: 'consistent/dead-anchor',
  about: 'Links to a heading of the same document that is not there.',
  reason: 'The reader who follows it stays where they are and takes the part for missing.',
  question: 'Which heading was meant, or was that part taken out?',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: deadAnchors,
};

const LINK = /\]\(#([^\s()]{1,200})\)/g;

/** No table of contents has more. */
const MOST = 2_000;

function deadAnchors({ reading }: Checked): readonly Hit[] {
  const { text } = reading;
  if (!text.includes('](#')) return [];
  const alive = anchorsIn(reading);
  const isFenced = startFences(reading);
  return [...text.matchAll(LINK)].slice(0, MOST).flatMap(({ index, 1: target = '' }) => {
    const place = { from: index + 2, to: index + 3 + target.length };
    // Routes, queries and numbers of issues are no headings.
    if (/[/=!:]|^\d+$/.test(target) || isFenced(index) || isCode(text, index) || isComment(reading, index)) return [];
    const key = keyOf(decoded(target));
    if (key === '' || alive.has(key) || alive.has(key.replace(/\d{1,2}$/, ''))) return [];
    return [{ place, message: `No heading of this document answers to ${quoted(`#${target}`)}.` }];
  });
}

const NAMED = /\b(?:id|name)\s{0,3}=\s{0,3}["']?([^"'\s<>]{1,200})/gi;
const ATTRIBUTE = /\{#([^{}\s]{1,200})\}/g;
const MARKUP = /<h[1-6][^<>]{0,200}>([^<]{1,300})/gi;

/** Every heading and named anchor, in a form in which the ways of different sites to make anchors agree. */
function anchorsIn({ text, sections }: Reading): ReadonlySet<string> {
  const headings = new Set(
    sections.flatMap(({ kind, heading, headingPlace }) =>
      kind === 'heading' ? [heading, text.slice(headingPlace.from, headingPlace.to)] : [],
    ),
  );
  const attributed = [...headings].filter((heading) => heading.includes('{#'));
  const written = new Set([
    ...headings,
    ...attributed.map((heading) => heading.slice(0, 400).replace(/\{#[^{}]{1,200}\}/, '')),
    'top',
  ]);
  for (const form of [NAMED, ATTRIBUTE, MARKUP]) {
    let count = 0;
    for (const { 1: words = '' } of text.matchAll(form)) {
      written.add(words);
      count += 1;
      if (count > MOST) break;
    }
  }
  return new Set([...written].map(keyOf));
}

function keyOf(words: string): string {
  return words
    .slice(0, 400)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/^user-content-|[^\p{L}\p{N}]/gu, '');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Whether a place stands behind an odd number of backticks on its line. */
function isCode(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  return before.slice(before.lastIndexOf('\n') + 1).split('`').length % 2 === 0;
}

const LONGEST_LINE = 400;

function isComment({ postmortem }: Reading, at: number): boolean {
  return postmortem.comments.some(({ from, to }) => from <= at && at < to);
}
