import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** What somebody was asked to look at has been looked at. */
export async function answerRequests(
  transaction: Transaction<Tables>,
  postmortem: string,
  person: string,
  at: string,
): Promise<void> {
  await transaction
    .updateTable('reviewRequests')
    .set({ answeredAt: at })
    .where('postmortem', '=', postmortem)
    .where('person', '=', person)
    .where('answeredAt', 'is', null)
    .execute();
}
