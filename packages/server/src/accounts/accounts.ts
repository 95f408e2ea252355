import type { Store } from '../store/store.ts';
import type { AccessSettings } from './access-settings.ts';
import { type Auth, makeAuth } from './auth.ts';
import { type Limits, makeLimits } from './limits.ts';
import { type SessionCookie, sessionCookie } from './session-cookie.ts';
import { makeUseNotes, type UseNotes } from './use-notes.ts';

/** What signing in and out needs. */
export interface Accounts {
  readonly store: Store;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly auth: Auth;
  readonly cookie: SessionCookie;
  readonly limits: Limits;
  readonly uses: UseNotes;
  readonly idleMilliseconds: number;
}

const HOUR = 3_600_000;
const DAY_SECONDS = 86_400;

export function openAccounts(
  { store, now, newId }: Pick<Accounts, 'store' | 'now' | 'newId'>,
  { secret, publicUrl, idleHours, longestDays, limits }: AccessSettings,
): Accounts {
  const longestSessionSeconds = longestDays * DAY_SECONDS;
  return {
    store,
    now,
    newId,
    auth: makeAuth({ store, secret, longestSessionSeconds }),
    cookie: sessionCookie({ secret, publicUrl, longestSessionSeconds }),
    limits: makeLimits(limits),
    uses: makeUseNotes(store, now),
    idleMilliseconds: idleHours * HOUR,
  };
}
