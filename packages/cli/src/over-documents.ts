import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads';
import type { FoundFile, Problem } from './find-files.ts';
import { keepHeapSteady } from './steady-heap.ts';

/** Why nothing came of a document. */
export interface Refused {
  readonly problem: string;
}

/** What to do with each document, here and in workers. */
export interface Job<Input, Result> {
  /** The module of the worker, as `import.meta.resolve` gives it; it does nothing but call {@link answerInWorker}. */
  readonly worker: string;
  /** What the work needs besides the document. It is copied to the workers, so it holds no functions. */
  readonly input: Input;
  /** Megabytes of what lives on in a worker's heap, where the work holds more than reading does. */
  readonly heap?: number;
  /** The same that the worker hands to {@link answerInWorker}. What it gives is copied back. */
  readonly answer: Answer<Input, Result>;
}

export type Answer<Input, Result> = (file: FoundFile, input: Input) => Result | Refused;

export interface Sink<Result> {
  readonly receive: (result: Result, file: FoundFile) => Promise<void> | void;
  readonly progress: (done: number) => void;
  readonly complain: (problem: Problem) => void;
}

/** What a worker needs: the same work, and the counter from which everyone takes the next batch. */
interface Work<Input> {
  readonly files: readonly FoundFile[];
  readonly input: Input;
  readonly next: Int32Array;
  /** The bytes above which a document is not read beside others. */
  readonly largest: number;
}

/** What comes back for a document: its answer, or that it is too large to be read beside others. */
type Done<Result> = Result | Refused | { readonly tooLarge: true };

type Batch<Result> = readonly [index: number, done: readonly Done<Result>[]];

const BATCH = 32;

/** Below this many documents more threads cost more than they bring. */
const WORTH_WORKERS = 1500;
const MOST_THREADS = 8;

/** A worker's heap is kept small, for what it reads is soon forgotten; that of this thread is kept steady instead. */
const SMALL_HEAP = 48;
const YOUNG_HEAP = { maxYoungGenerationSizeMb: 12 };

/** A large document gets a thread of its own, whose heap keeps the whole process below a gigabyte. */
const LARGE_BYTES = 2_000_000;
const LARGE_HEAP = { maxOldGenerationSizeMb: 680, maxYoungGenerationSizeMb: 16 };

/**
 * Does the same with each of some documents, on all cores where that pays, and hands the results on in the order of the
 * documents. What could not be had is complained about.
 *
 * @returns how many documents gave no result
 */
export async function overDocuments<Input, Result extends object>(
  files: readonly FoundFile[],
  job: Job<Input, Result>,
  sink: Sink<Result>,
): Promise<number> {
  const work = { files, input: job.input, next: counter(), largest: LARGE_BYTES };
  let problems = 0;
  const handOn = async ([index, batch]: Batch<Result>): Promise<void> => {
    for (const [offset, done] of batch.entries()) {
      const file = files[index * BATCH + offset] ?? { name: '', file: '' };
      const result = 'tooLarge' in done ? await answerAlone(work, job, file) : done;
      if ('problem' in result) {
        problems += 1;
        sink.complain({ name: file.name, message: result.problem });
      } else await sink.receive(result, file);
    }
    sink.progress(Math.min((index + 1) * BATCH, files.length));
  };
  if (files.length < WORTH_WORKERS) for (const batch of batchesOf(work, job.answer)) await handOn(batch);
  else await onWorkers(work, job, handOn);
  return problems;
}

/** The work of a worker: takes batches until none is left. */
export function answerInWorker<Input, Result extends object>(answer: Answer<Input, Result>): void {
  for (const batch of batchesOf(workerData as Work<Input>, answer)) parentPort?.postMessage(batch, []);
}

function counter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4));
}

async function answerAlone<Input, Result extends object>(
  work: Work<Input>,
  { worker }: Job<Input, Result>,
  file: FoundFile,
): Promise<Result | Refused> {
  let answered: Done<Result> | undefined;
  const alone = { ...work, files: [file], next: counter(), largest: Infinity };
  await startWorker<Input, Result>(worker, alone, LARGE_HEAP, ([, [done]]) => {
    answered = done;
  }).catch(unlessTooSmall);
  const refused = { problem: 'this document holds more than can be read in a gigabyte of memory; split it' };
  return answered === undefined || 'tooLarge' in answered ? refused : answered;
}

async function onWorkers<Input, Result extends object>(
  work: Work<Input>,
  { worker, answer, heap = SMALL_HEAP }: Job<Input, Result>,
  handOn: (batch: Batch<Result>) => Promise<void>,
): Promise<void> {
  const waiting = new Map<number, Batch<Result>>();
  let handedOn = 0;
  let chain = Promise.resolve();
  const receive = (batch: Batch<Result>): void => {
    waiting.set(batch[0], batch);
    for (let next = waiting.get(handedOn); next !== undefined; next = waiting.get(handedOn)) {
      const ready = next;
      waiting.delete(handedOn);
      handedOn += 1;
      chain = chain.then(() => handOn(ready));
    }
  };
  keepHeapSteady(work.files.length);
  const count = Math.min(os.availableParallelism(), MOST_THREADS) - 1;
  const start = () =>
    startWorker(worker, work, { ...YOUNG_HEAP, maxOldGenerationSizeMb: heap }, receive).catch(unlessTooSmall);
  await Promise.all([takePart(work, answer, receive), ...Array.from({ length: count }, start)]);
  // What a worker had taken when its heap ran full is left to this thread, whose heap can grow.
  for (const index of Array.from({ length: Math.ceil(work.files.length / BATCH) }).keys()) {
    if (index >= handedOn && !waiting.has(index)) receive(batchAt(work, answer, index));
  }
  await chain;
}

/** This thread works too, and between two batches hands on what others have done. */
async function takePart<Input, Result extends object>(
  work: Work<Input>,
  answer: Answer<Input, Result>,
  receive: (batch: Batch<Result>) => void,
): Promise<void> {
  for (const batch of batchesOf(work, answer)) {
    receive(batch);
    await nextTurn();
  }
}

/** A heap that ran full ends its thread and nothing else; any other error is one. */
function unlessTooSmall(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
}

function startWorker<Input, Result>(
  module: string,
  work: Work<Input>,
  resourceLimits: ResourceLimits,
  receive: (batch: Batch<Result>) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // A packed package holds JavaScript, and the name that was resolved still ends as in the sources.
    const url = new URL(module.replace(/\.ts$/, path.extname(import.meta.url)));
    const worker = new Worker(url, { workerData: work, resourceLimits });
    worker.on('message', receive);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** Takes batches of documents until none is left; every thread draws from the same counter. */
function* batchesOf<Input, Result extends object>(
  work: Work<Input>,
  answer: Answer<Input, Result>,
): Generator<Batch<Result>> {
  const { files, next } = work;
  for (let index = Atomics.add(next, 0, 1); index * BATCH < files.length; index = Atomics.add(next, 0, 1)) {
    yield batchAt(work, answer, index);
  }
}

function batchAt<Input, Result extends object>(
  { files, input, largest }: Work<Input>,
  answer: Answer<Input, Result>,
  index: number,
): Batch<Result> {
  const batch = files.slice(index * BATCH, (index + 1) * BATCH);
  return [index, batch.map((file) => (sizeOf(file) > largest ? { tooLarge: true } : answer(file, input)))];
}

/** The size in bytes, 0 where it cannot be told before reading, as of a pipe. */
function sizeOf({ file }: FoundFile): number {
  try {
    return (file === '-' ? fs.fstatSync(0) : fs.statSync(file)).size;
  } catch {
    return 0;
  }
}
