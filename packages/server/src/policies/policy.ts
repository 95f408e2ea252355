import type { Actor, Scope } from '../context.ts';
import { Problem } from '../problem.ts';
import type { PersonRole } from '../store/tables.ts';

/** Which roles may do something, and the scope that a token needs for it. What no table names, nobody may. */
export interface Permission {
  readonly roles: readonly PersonRole[];
  readonly scope: Scope;
}

/**
 * Lets an actor go on, or says why not.
 *
 * @throws Problem `not-allowed`
 */
export function authorize(actor: Actor, { roles, scope }: Permission): void {
  if (actor.kind === 'machine') return;
  if (!roles.includes(actor.role))
    throw new Problem('not-allowed', `This takes the role ${roles.join(' or ')}; you are ${actor.role}.`);
  if (actor.scopes !== null && !actor.scopes.includes(scope))
    throw new Problem('not-allowed', `This takes a token with the scope “${scope}”.`);
}
