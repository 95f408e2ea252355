import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import { invitationPolicy } from '../policies/invitation.ts';
import { authorize } from '../policies/policy.ts';
import { Problem } from '../problem.ts';
import type { PersonRole } from '../store/tables.ts';
import { expectEmail } from './email.ts';
import { makeLink, type OneTimeLink } from './one-time-link.ts';

export interface NewInvitation {
  readonly email: string;
  readonly role: PersonRole;
  /** How long the link works, 720 at most. */
  readonly hours?: number;
}

const WEEK_HOURS = 168;
const MOST_HOURS = 720;

/**
 * Makes a link with which somebody makes their account. A link that the same email was given before no longer works.
 *
 * @throws Problem `not-allowed`, `invalid-request`, `not-in-this-state` where there is an account already
 */
export async function invite(
  { store, actor, now, newId }: Context,
  { email: written, role, hours = WEEK_HOURS }: NewInvitation,
): Promise<OneTimeLink> {
  authorize(actor, invitationPolicy.create);
  const email = expectEmail(written);
  if (!(hours > 0 && hours <= MOST_HOURS))
    throw new Problem('invalid-request', `An invitation holds for between one and ${MOST_HOURS} hours.`, {
      field: 'hours',
    });
  const time = now();
  const at = time.toISOString();
  return store.write(async (transaction) => {
    const known = await transaction.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst();
    if (known !== undefined)
      throw new Problem(
        'not-in-this-state',
        'There is an account with this email. If it was deactivated, reactivate it.',
      );
    await transaction
      .updateTable('invitations')
      .set({ usedAt: at })
      .where('kind', '=', 'invite')
      .where('email', '=', email)
      .where('usedAt', 'is', null)
      .execute();
    const id = newId();
    const link = await makeLink(transaction, {
      id,
      kind: 'invite',
      person: null,
      email,
      role,
      invitedBy: actor.id,
      at: time,
      hours,
    });
    await appendAudit(transaction, { at, actor: actor.id, action: 'invitation.create', subject: id, detail: { role } });
    await tell(transaction, { id: newId(), event: 'invitation.created', payload: { id, role }, at });
    return link;
  });
}
