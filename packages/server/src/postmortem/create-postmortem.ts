import { substanceOf } from '@debrief/core/write';
import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { tell } from '../outbox/tell.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { project } from '../projection/project.ts';
import { storeProjection } from '../projection/store-projection.ts';
import { appendRevision } from '../revision/append-revision.ts';
import { askForSecrets } from '../secret/ask-for-secrets.ts';
import type { Tables } from '../store/tables.ts';
import { assertKeepable } from './keepable.ts';

export interface NewPostmortem {
  readonly text: string;
  /** The path it had where it comes from. */
  readonly fileName: string;
  readonly reason: string;
  /** Whether what looks like a credential may stay. */
  readonly acceptSecrets?: boolean;
}

export interface CreatedPostmortem {
  readonly id: string;
  readonly revision: number;
  readonly textHash: string;
}

/** A new post-mortem that was read and asked about, and is ready to be kept. */
export interface PreparedPostmortem extends CreatedPostmortem {
  readonly keep: (transaction: Transaction<Tables>) => Promise<void>;
}

/**
 * Keeps a new post-mortem as its first revision. Answered once it is durable.
 *
 * @throws Problem `secret-found`, `too-large`, `invalid-request`, `not-allowed`
 */
export async function createPostmortem(context: Context, input: NewPostmortem): Promise<CreatedPostmortem> {
  const { keep, ...created } = await preparePostmortem(context, input);
  // What the job answers may be what it answered before, to a request with the same key.
  return context.store.write(async (transaction) => {
    await keep(transaction);
    return created;
  });
}

/**
 * Does all that is slow, so that the job that keeps it is short.
 *
 * @throws Problem as `createPostmortem`
 */
export async function preparePostmortem(
  { actor, now, newId, house }: Omit<Context, 'store'>,
  { text, fileName, reason, acceptSecrets = false }: NewPostmortem,
): Promise<PreparedPostmortem> {
  authorize(actor, postmortemPolicy.create);
  assertKeepable(text);
  const acceptedSecrets = askForSecrets('', [{ from: 0, to: 0, insert: text }], text, acceptSecrets);
  const settled = await house();
  const id = newId();
  const time = now();
  const at = time.toISOString();
  const projection = project(text, settled, { id, fileName, stage: 'draft', now: time.getTime() });
  const substanceHash = sha256(substanceOf(projection.reading));
  const textHash = sha256(text);
  const keep = async (transaction: Transaction<Tables>): Promise<void> => {
    await transaction
      .insertInto('postmortems')
      .values({
        id,
        state: 'draft',
        head: 1,
        published: null,
        correction: null,
        stateReason: null,
        mergedInto: null,
        fileName,
        createdAt: at,
        createdBy: actor.id,
        updatedAt: at,
        publishedAt: null,
      })
      .execute();
    await appendRevision(transaction, {
      postmortem: id,
      number: 1,
      line: 'main',
      base: null,
      text,
      substanceHash,
      authors: [actor.id],
      at,
      reason,
    });
    await storeProjection(transaction, settled, projection, { postmortem: id, revision: 1, at, splices: null });
    await appendAudit(transaction, {
      at,
      actor: actor.id,
      action: 'postmortem.create',
      subject: id,
      detail: { revision: 1, textHash, ...(acceptedSecrets.length > 0 && { acceptedSecrets }) },
    });
    await tell(transaction, { id: newId(), event: 'postmortem.created', payload: { id, revision: 1 }, at });
  };
  return { id, revision: 1, textHash, keep };
}
