import type { Actor } from '../../context.ts';
import { postmortemPolicy } from '../../policies/postmortem.ts';

/** Whether a page offers what only writers may do; the verb behind it decides. */
export function mayWrite(actor: Actor): boolean {
  return actor.kind === 'machine' || postmortemPolicy.change.roles.some((role) => role === actor.role);
}
