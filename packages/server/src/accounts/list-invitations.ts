import type { Context } from '../context.ts';
import { invitationPolicy } from '../policies/invitation.ts';
import { authorize } from '../policies/policy.ts';
import type { PersonRole } from '../store/tables.ts';

export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: PersonRole;
  readonly invitedBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/**
 * The invitations that nobody has taken up and that still hold, the newest first.
 *
 * @throws Problem `not-allowed`
 */
export async function listInvitations({
  store,
  actor,
  now,
}: Pick<Context, 'store' | 'actor' | 'now'>): Promise<readonly OpenInvitation[]> {
  authorize(actor, invitationPolicy.list);
  return store.read
    .selectFrom('invitations')
    .select(['id', 'email', 'role', 'invitedBy', 'createdAt', 'expiresAt'])
    .where('kind', '=', 'invite')
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now().toISOString())
    .where('email', 'is not', null)
    .$narrowType<{ email: string }>()
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}
