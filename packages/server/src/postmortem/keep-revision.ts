import { substanceOf } from '@debrief/core/write';
import { read, type Reading, type Splice } from '@debrief/core';
import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import { carryComments } from '../comment/carry-comments.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { settledState } from '../life/settled-state.ts';
import { tell } from '../outbox/tell.ts';
import { project } from '../projection/project.ts';
import { stageAt } from '../projection/stage-at.ts';
import { storeProjection } from '../projection/store-projection.ts';
import { appendRevision } from '../revision/append-revision.ts';
import type { House } from '../settings/house.ts';
import type { RevisionLine, Tables } from '../store/tables.ts';
import { assertKeepable } from './keepable.ts';
import type { PostmortemAt, RevisionAt } from './find-postmortem.ts';

/** A text that is about to become the newest revision of a line. */
export interface NewText {
  readonly found: PostmortemAt;
  /** The revision that it was made of. */
  readonly newest: RevisionAt;
  readonly text: string;
  /** From the text of `newest` to this one. */
  readonly splices: readonly Splice[];
  readonly reading: Reading;
  readonly substanceHash: string;
  readonly line: RevisionLine;
  readonly authors: readonly string[];
  readonly reason: string;
  /** Kinds of credentials that somebody said may stay. */
  readonly acceptedSecrets: readonly string[];
  /** As the audit names it, by default `change`. */
  readonly verb?: string;
  /** As others are told, by default `changed`. */
  readonly event?: string;
}

export interface KeptRevision {
  readonly id: string;
  readonly revision: number;
  readonly line: RevisionLine;
  readonly text: string;
  readonly textHash: string;
}

/** Reads a text for its substance; the reading serves the projection too. */
export function substanceIn(
  text: string,
  { fileName }: Pick<PostmortemAt, 'fileName'>,
  { languages }: House,
): { readonly reading: Reading; readonly substanceHash: string } {
  assertKeepable(text);
  const reading = read(text, { fileName, languages });
  return { reading, substanceHash: sha256(substanceOf(reading)) };
}

/**
 * Keeps a text as the next revision with all that follows from it: where the line ends, what was read, where comments
 * stand, whether approvals still hold, the audit, and what others are told.
 */
export async function keepRevision(
  transaction: Transaction<Tables>,
  context: Context,
  house: House,
  next: NewText,
): Promise<KeptRevision> {
  const { found, newest, text, splices, substanceHash, line, reason, authors, acceptedSecrets } = next;
  const { verb = 'change', event = 'changed' } = next;
  const { id } = found;
  const at = context.now().toISOString();
  const number = (await highest(transaction, id)) + 1;
  const { textHash } = await appendRevision(transaction, {
    postmortem: id,
    number,
    line,
    base: newest.number,
    text,
    substanceHash,
    authors,
    at,
    reason,
  });
  const isMain = line === 'main';
  await transaction
    .updateTable('postmortems')
    .set({
      updatedAt: at,
      ...(isMain ? { head: number } : { correction: number }),
      ...(isMain && found.published !== null && { published: number }),
    })
    .where('id', '=', id)
    .execute();
  if (isMain) await projectMain(transaction, house, { ...next, number, at });
  await carryComments(transaction, id, { line, splices });
  const moved = isMain ? await settledState(transaction, house, { ...found, head: number }, at) : null;
  await appendAudit(transaction, {
    at,
    actor: context.actor.id,
    action: `postmortem.${verb}`,
    subject: id,
    detail: {
      revision: number,
      line,
      base: newest.number,
      textHash,
      ...(moved !== null && { state: moved }),
      ...(acceptedSecrets.length > 0 && { acceptedSecrets }),
    },
  });
  await tell(transaction, {
    id: context.newId(),
    event: moved === 'review' ? 'postmortem.approval-fell' : `postmortem.${event}`,
    payload: { id, revision: number, line },
    at,
  });
  return { id, revision: number, line, text, textHash };
}

/** Numbers go on where a correction was put away. */
async function highest(transaction: Transaction<Tables>, id: string): Promise<number> {
  const row = await transaction
    .selectFrom('revisions')
    .select('number')
    .where('postmortem', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

async function projectMain(
  transaction: Transaction<Tables>,
  house: House,
  { found, text, reading, splices, number, at }: NewText & { readonly number: number; readonly at: string },
): Promise<void> {
  const { id, fileName, state } = found;
  const projection = project(text, house, { id, fileName, stage: stageAt[state], now: Date.parse(at), reading });
  await storeProjection(transaction, house, projection, { postmortem: id, revision: number, at, splices });
}
