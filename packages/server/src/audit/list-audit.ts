import type { Context } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { auditPolicy } from '../policies/audit.ts';
import { authorize } from '../policies/policy.ts';

export interface AuditQuestion {
  readonly subject?: string | undefined;
  readonly action?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface AuditEntryAt {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * A page of what was done, newest first.
 *
 * @throws Problem `not-allowed`, `invalid-request` for a cursor of another question
 */
export async function listAudit(
  { store, actor }: Pick<Context, 'store' | 'actor'>,
  { subject, action, cursor, limit }: AuditQuestion,
): Promise<{ readonly items: readonly AuditEntryAt[]; readonly next: string | null }> {
  authorize(actor, auditPolicy.read);
  const question = JSON.stringify(['audit', subject, action]);
  const after = decodeCursor(cursor, question, 1);
  const rows = await store.read
    .selectFrom('audit')
    .selectAll()
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .$if(after !== null, (query) => query.where('sequence', '<', Number(after?.[0])))
    .orderBy('sequence', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({ ...row, detail: JSON.parse(row.detail) as AuditEntryAt['detail'] })),
    next: rows.length <= limit || last === undefined ? null : encodeCursor([last.sequence], question),
  };
}
