import type { Store } from '../store/store.ts';
import type { Operation } from './operation.ts';

const ANSWER_MILLISECONDS = 2_000;
/** Below it a write may fail at any moment. */
const LEAST_FREE_BYTES = 50_000_000;

/** Why the server cannot work just now, as `stopping`, `database` or `disk`; null where it can. */
export async function readiness(
  store: Store,
  { isStopping, freeBytes }: Pick<Operation, 'isStopping' | 'freeBytes'>,
): Promise<'stopping' | 'database' | 'disk' | null> {
  if (isStopping()) return 'stopping';
  if (!(await doesAnswer(store))) return 'database';
  const free = await freeBytes().catch(() => 0);
  return free !== null && free < LEAST_FREE_BYTES ? 'disk' : null;
}

/** The tables are there since the store was opened, which brings them up to date; here one of them is asked. */
async function doesAnswer(store: Store): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_MILLISECONDS);
  });
  try {
    return await Promise.race([
      store.read
        .selectFrom('settings')
        .select('number')
        .limit(1)
        .execute()
        .then(() => true),
      late,
    ]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
