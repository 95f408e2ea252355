import type { Context } from '../context.ts';
import { changePostmortem, type ChangedPostmortem } from '../postmortem/change-postmortem.ts';
import { findPostmortem, shownRevision } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';

/**
 * Ticks an action item in the text of its post-mortem, or takes the tick away: an edit like any other, which leaves
 * approvals as they are.
 *
 * @throws Problem `not-found`, and what `changePostmortem` throws
 */
export async function setActionState(
  context: Context,
  { postmortem, action, isDone }: { readonly postmortem: string; readonly action: string; readonly isDone: boolean },
): Promise<ChangedPostmortem> {
  const { read } = context.store;
  const found = await findPostmortem(read, postmortem);
  const item = await read
    .selectFrom('actionItems')
    .select(['text', 'ticket'])
    .where('postmortem', '=', postmortem)
    .where('id', '=', action)
    .executeTakeFirst();
  if (item === undefined) throw new Problem('not-found', 'There is no such action item any more.');
  const { text, ticket } = item;
  return changePostmortem(context, {
    id: postmortem,
    base: shownRevision(found),
    edit: {
      kind: 'change',
      change: { kind: isDone ? 'tickAction' : 'untickAction', action: ticket === null ? { text } : { id: ticket } },
    },
    reason: isDone ? 'Action item done' : 'Action item open again',
  });
}
