import { appendAudit } from '../audit/append-audit.ts';
import type { Accounts } from './accounts.ts';
import type { Visitor } from './visitor.ts';

/** Ends the session that a browser holds, if any. Answers with the headers `Set-Cookie` that take its cookie away. */
export async function signOut({ store, cookie, now }: Accounts, visitor: Visitor): Promise<readonly string[]> {
  const token = await cookie.read(visitor.cookie);
  if (token !== null)
    await store.write(async (transaction) => {
      const ended = await transaction
        .deleteFrom('sessions')
        .where('token', '=', token)
        .returning('userId')
        .executeTakeFirst();
      if (ended === undefined) return;
      const { userId: person } = ended;
      await appendAudit(transaction, {
        at: now().toISOString(),
        actor: person,
        action: 'session.close',
        subject: person,
        detail: {},
      });
    });
  return [await cookie.write(null)];
}
