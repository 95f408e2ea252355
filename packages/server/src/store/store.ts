import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** What both databases offer; how they differ stands in the folders named after them. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  /** For questions. What was acknowledged is seen. */
  readonly read: Kysely<Tables>;
  /**
   * For questions that may take long, such as a search: they hold nobody up.
   *
   * @throws StoreFault where the database does not answer
   */
  readonly ask: <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>;
  /**
   * Runs a job in a transaction and answers once its changes are durable. Jobs that wait at the same time run one after
   * the other and share a commit; one that throws is undone alone.
   *
   * @throws StoreFault where the database cannot keep it
   */
  readonly write: <Result>(job: WriteJob<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

export type WriteJob<Result> = (transaction: Transaction<Tables>) => Promise<Result>;
