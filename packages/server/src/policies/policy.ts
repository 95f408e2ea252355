import type { Actor, Scope } from '../context.ts';
import { Problem } from '../problem.ts';
import type { PersonRole } from '../store/tables.ts';

/** Which roles may do something, and the scope that a token needs for it. What no table names, nobody may. */
export interface Permission {
  readonly roles: readonly PersonRole[];
  readonly scope: Scope;
  /** Pages are for people who sign in; a token is for the API. */
  readonly isForSessions?: true;
}

/**
 * Lets an actor go on, or says why not.
 *
 * @throws Problem `not-allowed`
 */
export function authorize(actor: Actor, permission: Permission): void {
  const refusal = refusalOf(actor, permission);
  if (refusal !== null) throw new Problem('not-allowed', refusal);
}

/** Why an actor may not do something, in a sentence; null where they may. */
export function refusalOf(actor: Actor, { roles, scope, isForSessions }: Permission): string | null {
  if (actor.kind === 'machine') return null;
  if (!roles.includes(actor.role)) return `This takes the role ${roles.join(' or ')}; you are ${actor.role}.`;
  if (actor.scopes !== null && isForSessions === true) return 'Pages take a sign-in; a token is for the API.';
  if (actor.scopes !== null && !actor.scopes.includes(scope)) return `This takes a token with the scope “${scope}”.`;
  return null;
}
