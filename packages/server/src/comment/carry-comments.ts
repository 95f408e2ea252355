import type { Splice } from '@debrief/core';
import { carry } from '@debrief/core/write';
import type { Transaction } from 'kysely';
import type { RevisionLine, Tables } from '../store/tables.ts';

/** Comments on a line stay at their words; one whose words are gone keeps them as a quotation. */
export async function carryComments(
  transaction: Transaction<Tables>,
  postmortem: string,
  {
    line,
    to = line,
    splices,
  }: { readonly line: RevisionLine; readonly to?: RevisionLine; readonly splices: readonly Splice[] },
): Promise<void> {
  const rows = await transaction
    .selectFrom('comments')
    .select(['id', 'placeFrom', 'placeTo'])
    .where('postmortem', '=', postmortem)
    .where('line', '=', line)
    .execute();
  const anchored = rows.flatMap(({ id, placeFrom, placeTo }) =>
    placeFrom === null || placeTo === null ? [] : [{ id, from: placeFrom, to: placeTo }],
  );
  const places = carry(anchored, splices);
  for (const [index, { id, from, to: end }] of anchored.entries()) {
    const place = places[index] ?? null;
    if (place?.from === from && place.to === end) continue;
    await transaction
      .updateTable('comments')
      .set({ placeFrom: place?.from ?? null, placeTo: place?.to ?? null })
      .where('id', '=', id)
      .execute();
  }
  if (to !== line)
    await transaction
      .updateTable('comments')
      .set({ line: to })
      .where('postmortem', '=', postmortem)
      .where('line', '=', line)
      .execute();
}
