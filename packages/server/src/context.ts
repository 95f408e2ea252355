import type { House } from './settings/house.ts';
import type { Store } from './store/store.ts';
import type { PersonRole } from './store/tables.ts';

/** Who asks. A token acts for its person within its scopes. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly role: PersonRole;
      /** Null for a session, which may do all that its person may. */
      readonly scopes: readonly Scope[] | null;
    }
  | { readonly kind: 'machine'; readonly id: string };

export type Scope = 'read' | 'write' | 'review' | 'admin';

/** What every verb is handed: who asks, where it is kept, and what is not in the input. */
export interface Context {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: () => Date;
  /** A new opaque id. */
  readonly newId: () => string;
  /** What the team has settled, as it stands now. */
  readonly house: () => Promise<House>;
}
