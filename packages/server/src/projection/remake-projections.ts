import { setImmediate as turn } from 'node:timers/promises';
import type { House } from '../settings/house.ts';
import type { Store } from '../store/store.ts';
import { type Folded, foldRevisions } from './fold-revisions.ts';
import { readerVersion } from './reader-version.ts';
import { keepProjection } from './store-projection.ts';

export interface RemakeOptions {
  readonly store: Store;
  readonly house: () => Promise<House>;
  /** Whether all are made anew, or only those that another reader, other settings or another text made. */
  readonly which: 'all' | 'stale';
  /** Ends the work between two documents. */
  readonly signal?: AbortSignal;
  /** Told of each document that could not be read again; the others go on. */
  readonly complain?: (postmortem: string, error: unknown) => void;
}

export interface Remade {
  readonly remade: number;
  readonly failed: number;
}

const DOCUMENTS_AT_ONCE = 200;

/**
 * Makes projections anew from the revisions, one document after the other. Requests come in between: reading is done
 * before the write, and what was changed meanwhile is left to whoever changed it.
 */
export async function remakeProjections(options: RemakeOptions): Promise<Remade> {
  const { store, house, signal, complain } = options;
  let remade = 0;
  let failed = 0;
  for (let after = ''; ;) {
    const ids = await idsOf(options, after);
    for (const id of ids) {
      if (signal?.aborted === true) return { remade, failed };
      after = id;
      try {
        if (await remake(store, await house(), id)) remade += 1;
      } catch (error) {
        failed += 1;
        complain?.(id, error);
      }
      await turn();
    }
    if (ids.length < DOCUMENTS_AT_ONCE) return { remade, failed };
  }
}

async function idsOf({ store, house, which }: RemakeOptions, after: string): Promise<readonly string[]> {
  const { hash } = await house();
  const rows = await store.read
    .selectFrom('postmortems')
    .leftJoin('projections', 'projections.postmortem', 'postmortems.id')
    .select('postmortems.id')
    .where('postmortems.id', '>', after)
    .$if(which === 'stale', (query) =>
      query.where((is) =>
        is.or([
          is('projections.postmortem', 'is', null),
          is('projections.readerVersion', '!=', readerVersion),
          is('projections.settingsHash', '!=', hash),
          is('projections.revision', '!=', is.fn.coalesce('postmortems.published', 'postmortems.head')),
        ]),
      ),
    )
    .orderBy('postmortems.id')
    .limit(DOCUMENTS_AT_ONCE)
    .execute();
  return rows.map(({ id }) => id);
}

async function remake(store: Store, house: House, id: string): Promise<boolean> {
  const folded = await foldRevisions(store.read, house, id);
  return (
    folded !== null &&
    store.write(async (transaction) => {
      const now = await transaction
        .selectFrom('postmortems')
        .select(['head', 'published', 'state'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (!isStill(folded, now)) return false;
      await keepProjection(transaction, house, folded.projection, folded);
      return true;
    })
  );
}

function isStill(
  { revision, state }: Folded,
  now: { readonly head: number; readonly published: number | null; readonly state: string },
): boolean {
  return (now.published ?? now.head) === revision && now.state === state;
}
