import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { sessionPolicy } from '../policies/session.ts';

export interface ListedSession {
  readonly id: string;
  readonly createdAt: string;
  /** Give or take some minutes. */
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/**
 * Where one is signed in, the newest first.
 *
 * @throws Problem `not-allowed`
 */
export async function listSessions({
  store,
  actor,
  now,
}: Pick<Context, 'store' | 'actor' | 'now'>): Promise<readonly ListedSession[]> {
  authorize(actor, sessionPolicy.list);
  return store.read
    .selectFrom('sessions')
    .select(['id', 'createdAt', 'updatedAt as lastUsedAt', 'expiresAt', 'ipAddress as address', 'userAgent'])
    .where('userId', '=', actor.id)
    .where('expiresAt', '>', now().toISOString())
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}
