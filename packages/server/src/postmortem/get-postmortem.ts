import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { findPostmortem, findRevision, type PostmortemAt, type RevisionAt, shownRevision } from './find-postmortem.ts';

export interface ShownPostmortem {
  readonly postmortem: PostmortemAt;
  readonly revision: RevisionAt;
}

/**
 * A post-mortem with the text of a revision.
 *
 * @param which a number, or `shown` for what readers see, or `newest` for what editors go on with
 * @throws Problem `not-found`, `not-allowed`
 */
export async function getPostmortem(
  { store, actor }: Pick<Context, 'store' | 'actor'>,
  { id, which = 'shown' }: { readonly id: string; readonly which?: number | 'shown' | 'newest' },
): Promise<ShownPostmortem> {
  authorize(actor, postmortemPolicy.read);
  const postmortem = await findPostmortem(store.read, id);
  const number =
    which === 'shown'
      ? shownRevision(postmortem)
      : which === 'newest'
        ? (postmortem.correction ?? shownRevision(postmortem))
        : which;
  return { postmortem, revision: await findRevision(store.read, id, number) };
}
