import type { Actor, Context } from '../context.ts';
import type { Store } from '../store/store.ts';

/** What requests find beside themselves: who asks, once that is known. */
export interface Environment {
  readonly Variables: { actor: Actor | null; /** Of a request that is to be done once. */ store?: Store };
}

/** All of a context but who asks. */
export type Surroundings = Omit<Context, 'actor'>;
