import type { Accounts } from './accounts.ts';
import { attempt } from './limits.ts';
import { findLink, type LinkKind } from './one-time-link.ts';
import type { PersonRole } from '../store/tables.ts';
import type { Visitor } from './visitor.ts';

/** What a page shows to whoever opens a link. */
export interface ReadLink {
  /** `first` makes the admin, `invite` makes an account, `reset` sets a new password. */
  readonly kind: LinkKind;
  /** Whose link it is; null for the first one, with which people bring theirs. */
  readonly email: string | null;
  readonly role: PersonRole;
  readonly expiresAt: string;
}

/**
 * What a link is for, without using it up.
 *
 * @throws Problem `not-found`, `too-many-requests`
 */
export async function readLink(
  { store, now, limits }: Pick<Accounts, 'store' | 'now' | 'limits'>,
  { secret }: { readonly secret: string },
  visitor: Visitor,
): Promise<ReadLink> {
  const { kind, email, role, expiresAt } = await attempt(limits, [['signInAddress', visitor.address]], () =>
    findLink(store.read, secret, now()),
  );
  return { kind, email, role, expiresAt };
}
