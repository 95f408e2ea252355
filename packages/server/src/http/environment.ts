import type { Visitor } from '../accounts/visitor.ts';
import type { Actor, Context } from '../context.ts';
import type { Store } from '../store/store.ts';

/** What requests find beside themselves. */
export interface Environment {
  readonly Variables: {
    /** Who asks; null where nobody is signed in. */
    actor: Actor | null;
    visitor: Visitor;
    /** The id of the session of the cookie; null for a token, and for nobody. */
    session: string | null;
    /** Of a request that is to be done once. */
    store?: Store;
  };
}

/** All of a context but who asks. */
export type Surroundings = Omit<Context, 'actor'>;
