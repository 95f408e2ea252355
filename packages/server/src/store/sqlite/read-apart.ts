import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CompiledQuery } from 'kysely';
import { StoreFault } from '../store-fault.ts';
import type { Asked, ReadAnswer } from './read-worker.ts';

interface Waiting {
  readonly resolve: (rows: readonly unknown[]) => void;
  readonly reject: (reason: Error) => void;
}

export interface ApartReader {
  readonly ask: <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

/**
 * Asks the database file in a thread with a connection of its own, so that a long question holds nobody up. The thread
 * starts with the first question, and anew after it broke.
 */
export function readApart(file: string): ApartReader {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  return {
    ask: <Row>({ sql, parameters }: CompiledQuery<Row>) =>
      new Promise<readonly Row[]>((resolve, reject) => {
        worker ??= start();
        count += 1;
        waiting.set(count, { resolve: resolve as Waiting['resolve'], reject });
        worker.ref();
        worker.postMessage({ id: count, sql, parameters } satisfies Asked);
      }),
    close: async () => {
      await worker?.terminate();
    },
  };

  function start(): Worker {
    // In a checkout this file is TypeScript, and so is the other.
    const code = new URL(`./read-worker${path.extname(import.meta.url)}`, import.meta.url);
    const started = new Worker(code, { workerData: { file }, execArgv: [] });
    started.on('message', (answer: ReadAnswer) => settle(started, answer));
    started.on('error', (error) => fail(started, error));
    started.on('exit', () => fail(started, new Error('the thread ended')));
    return started;
  }

  function settle(from: Worker, answer: ReadAnswer): void {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) from.unref();
    if ('rows' in answer) asked?.resolve(answer.rows);
    else {
      const { code, message } = answer.fault;
      asked?.reject(code === null ? new Error(message) : new StoreFault(code, message));
    }
  }

  function fail(from: Worker, cause: unknown): void {
    if (worker !== from) return;
    worker = null;
    for (const { reject } of waiting.values())
      reject(new StoreFault('unavailable', 'The search did not answer. Try again in a moment.', { cause }));
    waiting.clear();
  }
}
