import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';

export interface Told {
  readonly id: string;
  /** `<noun>.<what happened>` */
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: string;
}

/** Notes what others are to be told, in the transaction in which it happens. */
export async function tell(transaction: Transaction<Tables>, { payload, ...told }: Told): Promise<void> {
  await transaction
    .insertInto('outbox')
    .values({ ...told, payload: JSON.stringify(payload) })
    .execute();
}
