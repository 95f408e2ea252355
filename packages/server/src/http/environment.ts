import type { Actor, Context } from '../context.ts';

/** What requests find beside themselves: who asks, once that is known. */
export interface Environment {
  readonly Variables: { actor: Actor | null };
}

/** All of a context but who asks. */
export type Surroundings = Omit<Context, 'actor'>;
