import { appendAudit } from '../audit/append-audit.ts';
import type { Actor, Context, Scope } from '../context.ts';
import { sha256 } from '../hash.ts';
import { authorize } from '../policies/policy.ts';
import { tokenPolicy } from '../policies/token.ts';
import { Problem } from '../problem.ts';
import { TOKEN_PREFIX } from './actor-of-token.ts';
import { newSecret } from './new-secret.ts';
import { expectPersonName } from './person-name.ts';

export interface NewToken {
  /** What it is for. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null for one that holds until it is revoked. */
  readonly days: number | null;
}

export interface CreatedToken {
  readonly id: string;
  /** Shown now and never again: only its hash is kept. */
  readonly token: string;
  readonly expiresAt: string | null;
}

const MOST_DAYS = 3_660;
const MOST_TOKENS = 100;
const DAY = 86_400_000;

/**
 * Makes a token with which a script acts for its person, within the scopes. It gives nothing that its maker may not do.
 *
 * @throws Problem `not-allowed`, `invalid-request`, `not-in-this-state` where there are too many
 */
export async function createToken(
  { store, actor, now, newId }: Context,
  { name: written, scopes: asked, days }: NewToken,
): Promise<CreatedToken> {
  authorize(actor, tokenPolicy.create);
  const scopes = [...new Set(asked)];
  expectScopes(actor, scopes);
  const name = expectPersonName(written);
  if (days !== null && !(days > 0 && days <= MOST_DAYS))
    throw new Problem('invalid-request', `A token holds for between one and ${MOST_DAYS} days.`, { field: 'days' });
  const time = now();
  const at = time.toISOString();
  const expiresAt = days === null ? null : new Date(time.getTime() + days * DAY).toISOString();
  const token = `${TOKEN_PREFIX}${newSecret()}`;
  return store.write(async (transaction) => {
    const { many } = await transaction
      .selectFrom('tokens')
      .select(({ fn }) => fn.countAll<number>().as('many'))
      .where('person', '=', actor.id)
      .where('revokedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (many >= MOST_TOKENS)
      throw new Problem(
        'not-in-this-state',
        `There are ${many} tokens already. Revoke one that is not needed any more.`,
      );
    const id = newId();
    await transaction
      .insertInto('tokens')
      .values({
        id,
        hash: sha256(token),
        person: actor.id,
        name,
        scopes: JSON.stringify(scopes),
        createdAt: at,
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      })
      .execute();
    const detail = { scopes, expiresAt };
    await appendAudit(transaction, { at, actor: actor.id, action: 'token.create', subject: id, detail });
    return { id, token, expiresAt };
  });
}

function expectScopes(actor: Actor, scopes: readonly Scope[]): void {
  if (actor.kind === 'machine') throw new Problem('not-allowed', 'A token belongs to a person, who makes it.');
  if (scopes.length === 0)
    throw new Problem('invalid-request', 'A token without a scope may do nothing. Name one at least.', {
      field: 'scopes',
    });
  if (scopes.includes('admin') && actor.role !== 'admin')
    throw new Problem('not-allowed', 'Only an admin makes tokens with the scope “admin”.');
  const beyond = actor.scopes === null ? undefined : scopes.find((scope) => actor.scopes?.includes(scope) !== true);
  if (beyond !== undefined) throw new Problem('not-allowed', `The token you use has no scope “${beyond}” to pass on.`);
}
