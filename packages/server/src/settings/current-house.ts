import type { Store } from '../store/store.ts';
import type { House } from './house.ts';
import { houseOf } from './house-of.ts';

/** Asks for the newest settings; what follows from them is worked out once for each text. */
export function currentHouse(store: Store): () => Promise<House> {
  let known: { readonly number: number; readonly house: House } | null = null;
  return async () => {
    const newest = await store.read
      .selectFrom('settings')
      .select(['number', 'text'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const number = newest?.number ?? 0;
    if (known?.number !== number) known = { number, house: houseOf(newest?.text ?? null) };
    return known.house;
  };
}
