import { type ActionItem, type Field, knownOf, type Place, valueOf } from '../model/index.ts';
import type { Anatomy, Block } from '../read/index.ts';
import type { DraftAction } from './content.ts';
import { markdownAt } from './markdown-at.ts';
import { hasResidue } from './residue.ts';
import { type Gathered, markdownOf, optional } from './timeline-content.ts';

/**
 * The action items of a document for another template; null where its lists hold more than an action has room for, so
 * that they have to stay in their own form.
 */
export function actionContent(anatomy: Anatomy): Gathered<DraftAction> | null {
  const { reading, outline } = anatomy;
  const actions = reading.postmortem.actionItems.filter(({ list }) => list === 'actionItems');
  const blocks = new Set<Block>();
  let covered = 0;
  for (const block of outline.bodies.flat()) {
    const own = actions.filter(({ place }) => place.from >= block.from && place.to <= block.to);
    if (own.length === 0) continue;
    if (block.kind !== 'table' && block.kind !== 'list') return null;
    if (hasResidue(anatomy, block, own.map(placesOf))) return null;
    blocks.add(block);
    covered += own.length;
  }
  return covered === actions.length ? { list: actions.map((action) => contentOf(anatomy, action)), blocks } : null;
}

function contentOf(anatomy: Anatomy, action: ActionItem): DraftAction {
  const { id, text, owners, due, priority, status, done, verification, ticket, group } = action;
  const names = knownOf(owners).map(({ places: [place], value }) =>
    place === undefined ? value : markdownAt(anatomy, place),
  );
  return {
    text: markdownOf(anatomy, text) ?? '',
    ...optional('id', markdownOf(anatomy, id)),
    ...(names.length > 0 && { owners: names }),
    ...optional('due', markdownOf(anatomy, due)),
    ...optional('priority', isOfGroup(priority) ? null : markdownOf(anatomy, priority)),
    ...optional('status', markdownOf(anatomy, status)),
    ...optional('done', valueOf(done)),
    ...optional('verification', markdownOf(anatomy, verification)),
    ...optional('ticket', markdownOf(anatomy, ticket)),
    ...optional('group', group ?? null),
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
