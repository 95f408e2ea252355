import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { findPostmortem } from '../postmortem/find-postmortem.ts';

export interface ListedAttachment {
  /** By which the document links to it. */
  readonly path: string;
  readonly hash: string;
  readonly mediaType: string;
}

/**
 * The files of a post-mortem, in the order of their paths.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function listAttachments(
  { store, actor }: Pick<Context, 'store' | 'actor'>,
  { id }: { readonly id: string },
): Promise<readonly ListedAttachment[]> {
  authorize(actor, postmortemPolicy.read);
  await findPostmortem(store.read, id);
  return store.read
    .selectFrom('attachments')
    .innerJoin('files', 'files.hash', 'attachments.hash')
    .select(['attachments.path', 'attachments.hash', 'files.mediaType'])
    .where('attachments.postmortem', '=', id)
    .orderBy('attachments.path')
    .execute();
}
