import type { Store } from '../store/store.ts';

/** Notes when something was last used: behind the request, and not each time. */
export interface UseNotes {
  readonly token: (id: string, lastUsedAt: string | null) => void;
  readonly session: (id: string, updatedAt: string) => void;
}

const PAUSE_MILLISECONDS = 5 * 60_000;
/** Beyond that what was noted is forgotten here, which costs a change more for each. */
const MOST_REMEMBERED = 50_000;

export function makeUseNotes({ write }: Pick<Store, 'write'>, now: () => Date): UseNotes {
  const noted = new Map<string, number>();

  function note(id: string, before: string | null, change: (at: string) => Promise<unknown>): void {
    const time = now();
    const last = Math.max(before === null ? 0 : Date.parse(before), noted.get(id) ?? 0);
    if (time.getTime() - last < PAUSE_MILLISECONDS) return;
    if (noted.size >= MOST_REMEMBERED) noted.clear();
    noted.set(id, time.getTime());
    // What could not be noted, because the disk is full or the store was just closed, is noted with a later use.
    change(time.toISOString()).catch(() => undefined);
  }

  return {
    token: (id, lastUsedAt) =>
      note(id, lastUsedAt, (at) =>
        write((transaction) =>
          transaction.updateTable('tokens').set({ lastUsedAt: at }).where('id', '=', id).execute(),
        ),
      ),
    session: (id, updatedAt) =>
      note(id, updatedAt, (at) =>
        write((transaction) =>
          transaction.updateTable('sessions').set({ updatedAt: at }).where('id', '=', id).execute(),
        ),
      ),
  };
}
