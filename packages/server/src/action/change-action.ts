import { type ActionValues, type Change, read, valueOf } from '@debrief/core';
import type { Context } from '../context.ts';
import { actionPolicy } from '../policies/action.ts';
import { authorize } from '../policies/policy.ts';
import { changePostmortem } from '../postmortem/change-postmortem.ts';
import { findPostmortem, findRevision } from '../postmortem/find-postmortem.ts';
import { Problem } from '../problem.ts';
import { type ActionItemAt, actionItemOf, type ActionItemRow, actionItems } from './action-item.ts';

export interface ActionChange {
  readonly id: string;
  readonly isDone?: boolean | undefined;
  readonly values: Omit<ActionValues, 'text'>;
  readonly reason: string;
  /** Says no where the item has changed since it was seen. */
  readonly precondition?: ((item: ActionItemAt) => void) | undefined;
}

/**
 * Ticks an action item or changes what it says, in the text of its post-mortem and through the one door.
 *
 * @throws Problem `not-found`, `change-refused`, `not-in-this-state`, `not-allowed`
 */
export async function changeAction(
  context: Context,
  { id, isDone, values, reason, precondition }: ActionChange,
): Promise<ActionItemAt> {
  authorize(context.actor, actionPolicy.change);
  const row = await rowOf(context, id);
  precondition?.(actionItemOf(row, todayOf(context)));
  const action = await referenceTo(context, row);
  const changes: Change[] = [
    ...(Object.keys(values).length === 0 ? [] : [{ kind: 'changeAction' as const, action, values }]),
    ...(isDone === undefined ? [] : [{ kind: isDone ? ('tickAction' as const) : ('untickAction' as const), action }]),
  ];
  await changePostmortem(context, {
    id: row.postmortem,
    base: row.revision,
    edit: { kind: 'changes', changes },
    reason,
  });
  return actionItemOf(await rowOf(context, id), todayOf(context));
}

function todayOf({ now }: Pick<Context, 'now'>): string {
  return now().toISOString().slice(0, 10);
}

async function rowOf({ store }: Pick<Context, 'store'>, id: string): Promise<ActionItemRow> {
  const row = await actionItems(store.read).where('actionItems.id', '=', id).executeTakeFirst();
  if (row === undefined)
    throw new Problem('not-found', 'There is no such action item any more. Look at the list again.');
  return row;
}

/** Which one it is, by its number and its words: that holds when other rows come or go meanwhile. */
async function referenceTo({ store, house }: Context, { postmortem, revision, text, placeFrom }: ActionItemRow) {
  const { fileName } = await findPostmortem(store.read, postmortem);
  const { languages } = await house();
  const { text: whole } = await findRevision(store.read, postmortem, revision);
  const items = read(whole, { fileName, languages }).postmortem.actionItems;
  const index = items.findIndex((item) => item.place.from === placeFrom && valueOf(item.text) === text);
  return index < 0 ? { text } : { index, text };
}
