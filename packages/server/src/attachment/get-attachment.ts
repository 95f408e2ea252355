import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { Problem } from '../problem.ts';
import type { ListedAttachment } from './list-attachments.ts';

/**
 * A file of a post-mortem, by the hash of its bytes.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function getAttachment(
  { store, actor }: Pick<Context, 'store' | 'actor'>,
  { id, hash }: { readonly id: string; readonly hash: string },
): Promise<ListedAttachment & { readonly bytes: Uint8Array }> {
  authorize(actor, postmortemPolicy.read);
  const found = await store.read
    .selectFrom('attachments')
    .innerJoin('files', 'files.hash', 'attachments.hash')
    .select(['attachments.path', 'attachments.hash', 'files.mediaType', 'files.bytes'])
    .where('attachments.postmortem', '=', id)
    .where('attachments.hash', '=', hash)
    .orderBy('attachments.path')
    .executeTakeFirst();
  if (found === undefined) throw new Problem('not-found', 'There is no such file, or it is not for you to see.');
  return found;
}
