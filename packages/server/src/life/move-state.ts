import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { tell } from '../outbox/tell.ts';
import type { PostmortemAt } from '../postmortem/find-postmortem.ts';
import { reproject } from '../projection/reproject.ts';
import type { House } from '../settings/house.ts';
import type { PostmortemState, Tables } from '../store/tables.ts';

export interface Move {
  readonly found: PostmortemAt;
  readonly to: PostmortemState;
  /** `postmortem.<verb>` in the audit. */
  readonly verb: string;
  /** `postmortem.<what happened>`, as others are told. */
  readonly event: string;
  readonly stateReason?: string | null;
  readonly mergedInto?: string | null;
  readonly published?: number;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Moves a document on in its life, with the audit, what others are told, and what its stage changes in the projection. */
export async function moveState(
  transaction: Transaction<Tables>,
  { actor, now, newId }: Context,
  house: House,
  { found, to, verb, event, stateReason = null, mergedInto = null, published, detail = {} }: Move,
): Promise<void> {
  const { id } = found;
  const at = now().toISOString();
  await transaction
    .updateTable('postmortems')
    .set({
      state: to,
      stateReason,
      mergedInto,
      updatedAt: at,
      ...(published !== undefined && { published, publishedAt: found.publishedAt ?? at }),
    })
    .where('id', '=', id)
    .execute();
  await reproject(transaction, house, id);
  await appendAudit(transaction, {
    at,
    actor: actor.id,
    action: `postmortem.${verb}`,
    subject: id,
    detail: { from: found.state, to, ...detail },
  });
  await tell(transaction, { id: newId(), event: `postmortem.${event}`, payload: { id, from: found.state, to }, at });
}
