import type { Transaction } from 'kysely';
import { findPostmortem, findRevision, shownRevision } from '../postmortem/find-postmortem.ts';
import type { House } from '../settings/house.ts';
import type { Tables } from '../store/tables.ts';
import { project } from './project.ts';
import { stageAt } from './stage-at.ts';
import { storeProjection } from './store-projection.ts';

/** Reads the shown revision again, after something about the document has changed that is not its text. */
export async function reproject(transaction: Transaction<Tables>, house: House, id: string): Promise<void> {
  const found = await findPostmortem(transaction, id);
  const { text, at, number } = await findRevision(transaction, id, shownRevision(found));
  const projection = project(text, house, {
    id,
    fileName: found.fileName,
    stage: stageAt[found.state],
    now: Date.parse(at),
  });
  await storeProjection(transaction, house, projection, { postmortem: id, revision: number, at, splices: [] });
}
