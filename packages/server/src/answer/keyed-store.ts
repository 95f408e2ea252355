import type { Kysely, Transaction } from 'kysely';
import { Problem } from '../problem.ts';
import type { Store, WriteJob } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';

/** A request that is to be done once. */
export interface RequestKey {
  readonly key: string;
  readonly actor: string;
  /** Of everything that the request asks for. */
  readonly requestHash: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: string;
}

/** The effect is kept, the answer is not yet: the process ended in between, or another request is at it just now. */
export const UNFINISHED = 0;

const KEPT_HOURS = 24;

/**
 * The answer that a request got before, or null.
 *
 * @throws Problem `key-reused` where another request had the same key
 */
export async function findAnswer(database: Kysely<Tables>, request: RequestKey): Promise<KeptAnswer | null> {
  const found = await database
    .selectFrom('answers')
    .selectAll()
    .where('actor', '=', request.actor)
    .where('key', '=', request.key)
    .executeTakeFirst();
  if (found === undefined) return null;
  if (found.requestHash !== request.requestHash)
    throw new Problem('key-reused', 'This Idempotency-Key belongs to another request. Take a new one for this.');
  const { status, headers, body, at } = found;
  return { status, headers: JSON.parse(headers) as KeptAnswer['headers'], body, at };
}

/**
 * The store for one request with a key: what each write job gives is kept in the job's own transaction, and a job that
 * was done before gives that again instead of being done twice.
 */
export function keyedStore(store: Store, request: RequestKey, now: () => Date): Store {
  let jobs = 0;
  return {
    ...store,
    write: <Result>(job: WriteJob<Result>) => {
      const index = jobs;
      jobs += 1;
      return store.write(async (transaction) => {
        const known = await findAnswer(transaction, request);
        const results = known === null ? [] : resultsOf(known);
        const before = results[index];
        if (before !== undefined) return before.value as Result;
        const value = await job(transaction);
        await keep(transaction, request, [...results, { value }], now());
        return value;
      });
    },
  };
}

/** Puts the answer in the place of what is needed to make it. */
export async function finishAnswer(store: Store, request: RequestKey, answer: KeptAnswer): Promise<void> {
  const { status, headers, body, at } = answer;
  const row = { status, headers: JSON.stringify(headers), body, at };
  await store.write(async (transaction) => {
    await transaction
      .insertInto('answers')
      .values({ ...request, ...row })
      .onConflict((conflict) => conflict.columns(['actor', 'key']).doUpdateSet(row))
      .execute();
  });
}

interface JobResult {
  /** Missing where the job gave nothing. */
  readonly value?: unknown;
}

function resultsOf({ status, body }: KeptAnswer): readonly JobResult[] {
  return status === UNFINISHED ? (JSON.parse(body) as readonly JobResult[]) : [];
}

async function keep(
  transaction: Transaction<Tables>,
  request: RequestKey,
  results: readonly JobResult[],
  now: Date,
): Promise<void> {
  const old = new Date(now.getTime() - KEPT_HOURS * 3_600_000).toISOString();
  await transaction.deleteFrom('answers').where('at', '<', old).execute();
  const row = { status: UNFINISHED, headers: '{}', body: JSON.stringify(results), at: now.toISOString() };
  await transaction
    .insertInto('answers')
    .values({ ...request, ...row })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doUpdateSet(row))
    .execute();
}
