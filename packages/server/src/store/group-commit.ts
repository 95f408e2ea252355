import type { ControlledTransaction, Kysely, Transaction } from 'kysely';
import type { Store, WriteJob } from './store.ts';
import type { Tables } from './tables.ts';

interface Waiting {
  readonly job: WriteJob<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** More would make the first of them wait for long. */
const MOST_AT_ONCE = 64;

/**
 * Writing with one durable commit for all jobs that wait at the same time: a sync of the disk costs more than the jobs.
 *
 * @param prepare runs first in each transaction, to keep other processes from writing
 * @param faultOf the reason in our words for an error of the database
 */
export function groupCommit(
  database: Kysely<Tables>,
  prepare: (transaction: Transaction<Tables>) => Promise<void>,
  faultOf: (error: unknown) => unknown,
): Store['write'] {
  const waiting: Waiting[] = [];
  let isRunning = false;

  return <Result>(job: WriteJob<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ job, resolve: resolve as (value: unknown) => void, reject });
      if (!isRunning) void drain();
    });

  async function drain(): Promise<void> {
    isRunning = true;
    // Whoever asks in this same turn shares the first commit too.
    await Promise.resolve();
    while (waiting.length > 0) await settle(waiting.splice(0, MOST_AT_ONCE));
    isRunning = false;
  }

  async function settle(group: readonly Waiting[]): Promise<void> {
    let outcomes: readonly Outcome[];
    try {
      outcomes = await commit(group);
    } catch (error) {
      const fault = faultOf(error);
      for (const { reject } of group) reject(fault);
      return;
    }
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined && 'value' in outcome) resolve(outcome.value);
      else reject(faultOf(outcome?.error));
    }
  }

  async function commit(group: readonly Waiting[]): Promise<readonly Outcome[]> {
    const transaction = await database.startTransaction().execute();
    try {
      await prepare(transaction);
      const outcomes: Outcome[] = [];
      for (const { job } of group) outcomes.push(await runAlone(transaction, job));
      await transaction.commit().execute();
      return outcomes;
    } catch (error) {
      // After some errors the database has undone the transaction already.
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined);
      throw error;
    }
  }
}

async function runAlone(transaction: ControlledTransaction<Tables>, job: WriteJob<unknown>): Promise<Outcome> {
  const savepoint = await transaction.savepoint('job').execute();
  try {
    const value = await job(savepoint);
    await savepoint.releaseSavepoint('job').execute();
    return { value };
  } catch (error) {
    // After some errors, such as a full disk, the database has undone everything by itself; that error is the reason.
    await savepoint
      .rollbackToSavepoint('job')
      .execute()
      .catch(() => Promise.reject(error));
    return { error };
  }
}
