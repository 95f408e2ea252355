import { type ActionItem, type Field, knownOf, type Place, valueOf } from '../model/index.ts';
import type { Anatomy } from '../read/index.ts';
import type { DraftAction } from './content.ts';
import { blocksOfEntries, type Gathered } from './gathered.ts';
import { given } from './given.ts';
import { markdownAt } from './markdown-at.ts';
import { markdownOf } from './timeline-content.ts';

/**
 * The action items of a document for another template; null where its lists hold more than an action has room for, so
 * that they have to stay in their own form.
 */
export function actionContent(anatomy: Anatomy): Gathered<DraftAction> | null {
  const actions = anatomy.reading.postmortem.actionItems.filter(({ list }) => list === 'actionItems');
  const blocks = blocksOfEntries(anatomy, actions, placesOf);
  return blocks === null ? null : { list: actions.map((action) => contentOf(anatomy, action)), blocks };
}

function contentOf(anatomy: Anatomy, action: ActionItem): DraftAction {
  const { id, text, owners, due, priority, status, done, verification, ticket, group } = action;
  const names = knownOf(owners).map(({ places: [place], value }) =>
    place === undefined ? value : markdownAt(anatomy, place),
  );
  return {
    text: markdownOf(anatomy, text) ?? '',
    ...given('id', markdownOf(anatomy, id)),
    ...(names.length > 0 && { owners: names }),
    ...given('due', markdownOf(anatomy, due)),
    ...given('priority', isOfGroup(priority) ? null : markdownOf(anatomy, priority)),
    ...given('status', markdownOf(anatomy, status)),
    ...given('done', valueOf(done)),
    ...given('verification', markdownOf(anatomy, verification)),
    ...given('ticket', markdownOf(anatomy, ticket)),
    ...given('group', group ?? null),
  };
}

/** The heading above a group gave this priority; it goes along with the heading. */
function isOfGroup(field: Field<string>): boolean {
  return field.state === 'known' && field.source === 'derived';
}

function placesOf({
  id,
  text,
  owners,
  due,
  priority,
  status,
  done,
  verification,
  ticket,
}: ActionItem): readonly Place[] {
  const says = done.state === 'known' && /\p{L}{2}/u.test(done.written) && status.state !== 'known';
  return [id, text, ...owners, due, priority, status, ...(says ? [] : [done]), verification, ticket].flatMap(
    ({ places }) => [...places],
  );
}
