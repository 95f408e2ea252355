import type { Store } from '../store/store.ts';

export interface Candidate {
  readonly id: string;
  readonly fileName: string;
  readonly text: string;
}

/** The documents that are most likely alike: those that share a service or a factor, then the newest. */
export async function candidatesFor({ read }: Pick<Store, 'read'>, id: string, most: number): Promise<Candidate[]> {
  const sharing = async (table: 'projectedServices' | 'projectedFactors') =>
    read
      .selectFrom(table)
      .select('postmortem')
      .where('name', 'in', (from) => from.selectFrom(table).select('name').where('postmortem', '=', id))
      .where('postmortem', '!=', id)
      .distinct()
      .limit(most)
      .execute();
  const newest = await read
    .selectFrom('postmortems')
    .select('id as postmortem')
    .where('id', '!=', id)
    .orderBy('updatedAt', 'desc')
    .limit(most)
    .execute();
  const found = [...(await sharing('projectedServices')), ...(await sharing('projectedFactors')), ...newest];
  const ids = [...new Set(found.map(({ postmortem }) => postmortem))].slice(0, most);
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('projections')
    .innerJoin('postmortems', 'postmortems.id', 'projections.postmortem')
    .innerJoin('texts', 'texts.hash', 'projections.textHash')
    .select(['postmortems.id', 'postmortems.fileName', 'texts.text'])
    .where('postmortems.id', 'in', ids)
    .where('postmortems.state', 'not in', ['dismissed', 'merged'])
    .orderBy('postmortems.id')
    .execute();
  return rows.flatMap(({ text, ...row }) => (text === null ? [] : [{ ...row, text }]));
}
