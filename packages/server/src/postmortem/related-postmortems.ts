import { profileOf, read, type RelatedIncident, relatedTo, type Reading } from '@debrief/core';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';

/** So many are read and compared; the newest of those that share a service or a factor. */
const MOST_COMPARED = 24;
const LONGEST_TEXT = 200_000;

/**
 * What was alike before: post-mortems that name the same service or factor, with the reasons. `file` is the id.
 *
 * @throws Problem `not-allowed`
 */
export async function relatedPostmortems(
  { store, actor, house }: Pick<Context, 'store' | 'actor' | 'house'>,
  { id, reading }: { readonly id: string; readonly reading: Reading },
): Promise<readonly RelatedIncident[]> {
  authorize(actor, postmortemPolicy.read);
  const { settings, languages } = await house();
  const own = (table: 'projectedServices' | 'projectedFactors') =>
    store.read.selectFrom(table).select('name').where('postmortem', '=', id);
  const rows = await store.read
    .selectFrom('projections')
    .innerJoin('postmortems', 'postmortems.id', 'projections.postmortem')
    .innerJoin('texts', 'texts.hash', 'projections.textHash')
    .select(['projections.postmortem', 'texts.text', 'postmortems.fileName'])
    .where('projections.postmortem', '!=', id)
    .where('postmortems.state', 'not in', ['dismissed', 'merged'])
    .where((where) =>
      where.or([
        where('projections.postmortem', 'in', (query) =>
          query.selectFrom('projectedServices').select('postmortem').where('name', 'in', own('projectedServices')),
        ),
        where('projections.postmortem', 'in', (query) =>
          query.selectFrom('projectedFactors').select('postmortem').where('name', 'in', own('projectedFactors')),
        ),
      ]),
    )
    .orderBy('projections.startedAt', 'desc')
    .orderBy('projections.postmortem')
    .limit(MOST_COMPARED)
    .execute();
  const services = settings.services.map(({ name, aliases }) => ({ name, aliases }));
  const asked = profileOf(reading, { file: id, services });
  const others = rows.flatMap(({ postmortem, text, fileName }) =>
    text === null || text.length > LONGEST_TEXT
      ? []
      : [profileOf(read(text, { fileName, languages }), { file: postmortem, services, about: asked })],
  );
  return relatedTo(asked, others, { limit: 4 }).incidents;
}
