import { applySplices, carry, edit, substanceOf } from '@debrief/core/write';
import { type Change, read, type ReadOptions, type Splice } from '@debrief/core';
import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { tell } from '../outbox/tell.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { Problem } from '../problem.ts';
import { project } from '../projection/project.ts';
import { stageAt } from '../projection/stage-at.ts';
import { storeProjection } from '../projection/store-projection.ts';
import { appendRevision } from '../revision/append-revision.ts';
import { diffSplices } from '../revision/diff-splices.ts';
import { mergeSplices } from '../revision/merge-splices.ts';
import type { House } from '../settings/house.ts';
import type { RevisionLine, Tables } from '../store/tables.ts';
import { findPostmortem, findRevision, type PostmortemAt, type RevisionAt, shownRevision } from './find-postmortem.ts';

/** What is to change: typed changes, splices of the base, or the whole text as it shall be. */
export type Edit =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'splices'; readonly splices: readonly Splice[] }
  | { readonly kind: 'text'; readonly text: string };

export interface PostmortemChange {
  readonly id: string;
  /** The number of the revision that the editor saw. */
  readonly base: number;
  readonly edit: Edit;
  readonly reason: string;
  /** Says no where the post-mortem is not any more as it was seen; asked where nobody can come between. */
  readonly precondition?: ((postmortem: PostmortemAt, newest: RevisionAt) => void) | undefined;
}

export interface ChangedPostmortem {
  readonly id: string;
  /** The number of the new revision; that of the newest where nothing differs. */
  readonly revision: number;
  readonly line: RevisionLine;
  readonly text: string;
  readonly textHash: string;
}

/**
 * The one door for writes. An edit of an older text is brought to the newest one; what touches another's work is
 * answered with both texts. Answered once it is durable.
 *
 * @throws Problem `conflict`, `change-refused`, `not-in-this-state`, `not-found`, `not-allowed`
 */
export async function changePostmortem(context: Context, input: PostmortemChange): Promise<ChangedPostmortem> {
  authorize(context.actor, postmortemPolicy.change);
  const house = await context.house();
  return context.store.write((transaction) => changeIn(transaction, context, house, input));
}

async function changeIn(
  transaction: Transaction<Tables>,
  context: Context,
  house: House,
  { id, base, edit: asked, reason, precondition }: PostmortemChange,
): Promise<ChangedPostmortem> {
  const found = await findPostmortem(transaction, id);
  if (found.state === 'dismissed' || found.state === 'merged' || found.state === 'archived')
    throw new Problem('not-in-this-state', `This post-mortem is ${found.state} and is not written on any more.`);
  const baseRevision = await findRevision(transaction, id, base);
  const onLine = baseRevision.line === 'correction' && found.correction === null ? 'main' : baseRevision.line;
  const newest = await newestOf(transaction, found, onLine);
  precondition?.(found, newest);
  const text = editedText(asked, baseRevision, newest, { fileName: found.fileName, languages: house.languages });
  if (text === newest.text) return { id, revision: newest.number, line: newest.line, text, textHash: newest.textHash };
  const substanceHash = substanceHashOf(text, found, house);
  if (onLine === 'main' && found.published !== null && substanceHash !== newest.substanceHash)
    return correct(transaction, context, house, { found, baseRevision, asked, reason });
  return keep(transaction, context, house, { found, newest, text, substanceHash, line: onLine, reason });
}

/** A published text keeps its words: an edit of its substance goes on in a correction, beside what readers see. */
async function correct(
  transaction: Transaction<Tables>,
  context: Context,
  house: House,
  {
    found,
    baseRevision,
    asked,
    reason,
  }: {
    readonly found: PostmortemAt;
    readonly baseRevision: RevisionAt;
    readonly asked: Edit;
    readonly reason: string;
  },
): Promise<ChangedPostmortem> {
  const newest = await newestOf(transaction, found, found.correction === null ? 'main' : 'correction');
  const text = editedText(asked, baseRevision, newest, { fileName: found.fileName, languages: house.languages });
  const substanceHash = substanceHashOf(text, found, house);
  return keep(transaction, context, house, { found, newest, text, substanceHash, line: 'correction', reason });
}

async function newestOf(
  transaction: Transaction<Tables>,
  { id, head, published, correction }: PostmortemAt,
  line: RevisionLine,
): Promise<RevisionAt> {
  return findRevision(
    transaction,
    id,
    line === 'correction' ? (correction ?? head) : shownRevision({ published, head }),
  );
}

function substanceHashOf(text: string, { fileName }: PostmortemAt, { languages }: House): string {
  return sha256(substanceOf(read(text, { fileName, languages })));
}

/** The newest text with the edit in it. */
function editedText(asked: Edit, base: RevisionAt, newest: RevisionAt, options: ReadOptions): string {
  if (asked.kind === 'change') return withChange(newest.text, asked.change, options);
  if (asked.kind === 'changes')
    return asked.changes.reduce((text, change) => withChange(text, change, options), newest.text);
  const own = asked.kind === 'text' ? diffSplices(base.text, asked.text) : asked.splices;
  if (base.number === newest.number) return spliced(base.text, own);
  const merged = mergeSplices(own, diffSplices(base.text, newest.text));
  if (merged.state === 'merged') return applySplices(newest.text, merged.splices);
  throw new Problem('conflict', 'Somebody else has changed the same words. Look at both texts and send one of them.', {
    revision: newest.number,
    theirs: newest.text,
    yours: spliced(base.text, own),
    touching: merged.touching,
  });
}

function withChange(text: string, change: Change, options: ReadOptions): string {
  const done = edit(text, change, options);
  if (!done.ok) throw new Problem('change-refused', done.refusal.message, { refusal: done.refusal.code });
  return done.text;
}

function spliced(text: string, splices: readonly Splice[]): string {
  try {
    return applySplices(text, splices);
  } catch (error) {
    throw new Problem('invalid-request', `The splices do not fit the text: ${(error as Error).message}.`);
  }
}

async function keep(
  transaction: Transaction<Tables>,
  { actor, now, newId }: Context,
  house: House,
  {
    found,
    newest,
    text,
    substanceHash,
    line,
    reason,
  }: {
    readonly found: PostmortemAt;
    readonly newest: RevisionAt;
    readonly text: string;
    readonly substanceHash: string;
    readonly line: RevisionLine;
    readonly reason: string;
  },
): Promise<ChangedPostmortem> {
  const { id } = found;
  const at = now().toISOString();
  const number = Math.max(found.head, found.correction ?? 0, found.published ?? 0) + 1;
  const { textHash } = await appendRevision(transaction, {
    postmortem: id,
    number,
    line,
    base: newest.number,
    text,
    substanceHash,
    authors: [actor.id],
    at,
    reason,
  });
  const isMain = line === 'main';
  // What was approved is not what stands here now.
  const falls = found.state === 'approved' && substanceHash !== newest.substanceHash;
  await transaction
    .updateTable('postmortems')
    .set({
      updatedAt: at,
      ...(isMain ? { head: number } : { correction: number }),
      ...(isMain && found.published !== null && { published: number }),
      ...(falls && { state: 'review' as const }),
    })
    .where('id', '=', id)
    .execute();
  if (isMain) {
    const splices = diffSplices(newest.text, text);
    const projection = project(text, house, {
      id,
      fileName: found.fileName,
      stage: stageAt[found.state],
      now: Date.parse(at),
    });
    await storeProjection(transaction, house, projection, { postmortem: id, revision: number, at, splices, newId });
    await carryComments(transaction, id, splices);
  }
  await appendAudit(transaction, {
    at,
    actor: actor.id,
    action: 'postmortem.change',
    subject: id,
    detail: { revision: number, line, base: newest.number, textHash, ...(falls && { approval: 'fell' }) },
  });
  await tell(transaction, {
    id: newId(),
    event: falls ? 'postmortem.approval-fell' : 'postmortem.changed',
    payload: { id, revision: number, line },
    at,
  });
  return { id, revision: number, line, text, textHash };
}

/** Comments stay at their words. */
async function carryComments(
  transaction: Transaction<Tables>,
  postmortem: string,
  splices: readonly Splice[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('comments')
    .select(['id', 'placeFrom', 'placeTo'])
    .where('postmortem', '=', postmortem)
    .where('placeFrom', 'is not', null)
    .execute();
  const places = carry(
    rows.map(({ placeFrom, placeTo }) => ({ from: placeFrom ?? 0, to: placeTo ?? 0 })),
    splices,
  );
  for (const [index, { id }] of rows.entries()) {
    const place = places[index] ?? null;
    await transaction
      .updateTable('comments')
      .set({ placeFrom: place?.from ?? null, placeTo: place?.to ?? null })
      .where('id', '=', id)
      .execute();
  }
}
