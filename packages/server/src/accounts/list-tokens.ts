import type { Context, Scope } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { tokenPolicy } from '../policies/token.ts';

export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/**
 * One's own tokens that were not revoked, the newest first. What they are themselves is nowhere kept.
 *
 * @throws Problem `not-allowed`
 */
export async function listTokens({ store, actor }: Pick<Context, 'store' | 'actor'>): Promise<readonly ListedToken[]> {
  authorize(actor, tokenPolicy.list);
  const tokens = await store.read
    .selectFrom('tokens')
    .select(['id', 'name', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt'])
    .where('person', '=', actor.id)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
  return tokens.map((token) => ({ ...token, scopes: JSON.parse(token.scopes) as readonly Scope[] }));
}
