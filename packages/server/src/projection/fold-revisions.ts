import type { Kysely } from 'kysely';
import { findPostmortem, type PostmortemAt, shownRevision } from '../postmortem/find-postmortem.ts';
import { diffSplices } from '../revision/diff-splices.ts';
import type { House } from '../settings/house.ts';
import type { Tables } from '../store/tables.ts';
import type { ActionRow } from './action-identities.ts';
import { project } from './project.ts';
import type { Projection } from './projection.ts';
import { stageAt } from './stage-at.ts';
import { actionsAt, carriedActions } from './store-projection.ts';

/** What is read from a document when all its revisions are read anew, one after the other. */
export interface Folded {
  readonly postmortem: string;
  readonly revision: number;
  readonly at: string;
  readonly state: PostmortemAt['state'];
  readonly projection: Projection;
  readonly actions: readonly ActionRow[];
}

/**
 * Reads the revisions that readers have seen, from the first to the one they see now, so that action items come out as
 * they did when the revisions were written: who they are, since when, and done when.
 *
 * @returns null where the text that readers see was purged
 * @throws Problem `not-found`
 */
export async function foldRevisions(database: Kysely<Tables>, house: House, id: string): Promise<Folded | null> {
  const found = await findPostmortem(database, id);
  const shown = shownRevision(found);
  let before: { readonly text: string; readonly actions: readonly ActionRow[] } | null = null;
  for (const number of await numbersOf(database, id, shown)) {
    const { text, at } = await textOf(database, id, number);
    // A purged text says nothing; what stood in it stands in the next one or is gone.
    if (text === null) continue;
    const { fileName, state } = found;
    const projection = project(text, house, { id, fileName, stage: stageAt[state], now: Date.parse(at) });
    const known = before === null ? [] : carriedActions(before.actions, diffSplices(before.text, text));
    const actions = actionsAt(projection, known, { postmortem: id, revision: number, at });
    if (number === shown) return { postmortem: id, revision: number, at, state, projection, actions };
    before = { text, actions };
  }
  return null;
}

async function numbersOf(database: Kysely<Tables>, postmortem: string, last: number): Promise<readonly number[]> {
  const rows = await database
    .selectFrom('revisions')
    .select('number')
    .where('postmortem', '=', postmortem)
    .where('line', '=', 'main')
    .where('number', '<=', last)
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

function textOf(database: Kysely<Tables>, postmortem: string, number: number) {
  return database
    .selectFrom('revisions')
    .innerJoin('texts', 'texts.hash', 'revisions.textHash')
    .select(['texts.text', 'revisions.at'])
    .where('revisions.postmortem', '=', postmortem)
    .where('revisions.number', '=', number)
    .executeTakeFirstOrThrow();
}
