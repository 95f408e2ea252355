import { instantWords, markup, type Markup, readableText } from '@debrief/publish';
import type { PostmortemState } from '../../store/tables.ts';

const STATES: Readonly<Record<PostmortemState, readonly [words: string, look: string]>> = {
  draft: ['Draft', ''],
  review: ['In review', 'now'],
  approved: ['Approved', 'good'],
  published: ['Published', 'good'],
  archived: ['Archived', ''],
  dismissed: ['Dismissed', ''],
  merged: ['Merged', ''],
};

export function stateWords(state: PostmortemState): string {
  return STATES[state][0];
}

export function statePill(state: PostmortemState): Markup {
  const [words, look] = STATES[state];
  return markup`<span class="pill ${look}">${words}</span>`;
}

/** The written word; the two worst levels are tinted. */
export function severityPill(written: string | null, level: number | null): Markup {
  if (written === null) return markup`<span class="pill warn">no severity</span>`;
  return markup`<span class="pill ${level !== null && level <= 2 ? 'bad' : ''}">${readableText(written, { longest: 24 })}</span>`;
}

/** @param at ISO 8601 */
export function timeOf(at: string): Markup {
  return markup`<time datetime="${at}">${instantWords(at)}</time>`;
}

/** `1 finding`, `3 findings` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
