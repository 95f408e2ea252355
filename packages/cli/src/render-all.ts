import fs from 'node:fs';
import os from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { FoundFile, Problem } from './find-files.ts';
import type { Look, Rendered } from './render.ts';
import { type Renderer, type RendererName, rendererNamed } from './renderers.ts';
import type { FoundSettings } from './settings-file.ts';

export type { Form } from './render.ts';

export interface Totals {
  readonly read: number;
  readonly withMessages: number;
  readonly problems: number;
}

export interface Sink {
  readonly write: (output: string) => Promise<void>;
  readonly progress: (done: number) => void;
  readonly complain: (problem: Problem) => void;
}

/** What a worker needs: the same work, and the counter from which everyone takes the next batch. */
export interface Work {
  readonly files: readonly FoundFile[];
  readonly look: Look;
  readonly renderer: RendererName;
  readonly settings: FoundSettings;
  readonly next: Int32Array;
  /** The bytes above which a document is not read beside others. */
  readonly largest: number;
}

const BATCH = 32;

/** Below this many documents more threads cost more than they bring. */
const WORTH_WORKERS = 1500;
const MOST_WORKERS = 8;

/** A worker's heap is kept small, for what it reads is soon forgotten. */
const SMALL_HEAP = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 12 };

/** A large document gets a thread of its own, whose heap keeps the whole process below a gigabyte. */
const LARGE_BYTES = 2_000_000;
const LARGE_HEAP = { maxOldGenerationSizeMb: 680, maxYoungGenerationSizeMb: 16 };

/** Renders documents on all cores where that pays, and hands them on in their order. */
export async function renderAll(
  files: readonly FoundFile[],
  look: Look,
  settings: FoundSettings,
  sink: Sink,
  renderer: RendererName = 'read',
): Promise<Totals> {
  const work: Work = { files, look, settings, renderer, next: counter(), largest: LARGE_BYTES };
  const render = await rendererNamed(renderer);
  const totals = { read: 0, withMessages: 0, problems: 0 };
  const handOn = async (index: number, batch: readonly Done[]): Promise<void> => {
    for (const [offset, done] of batch.entries()) {
      const file = files[index * BATCH + offset] ?? { name: '', file: '' };
      const rendered = 'tooLarge' in done ? await renderLarge(work, file) : done;
      if ('problem' in rendered) {
        totals.problems += 1;
        sink.complain({ name: file.name, message: rendered.problem });
      } else {
        totals.read += 1;
        if (rendered.hasMessages) totals.withMessages += 1;
        await sink.write(rendered.output);
      }
    }
    sink.progress(Math.min((index + 1) * BATCH, files.length));
  };
  if (files.length < WORTH_WORKERS) for (const [index, batch] of batchesOf(work, render)) await handOn(index, batch);
  else await renderOnWorkers(work, render, handOn);
  return totals;
}

function counter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4));
}

async function renderLarge(work: Work, file: FoundFile): Promise<Rendered> {
  let rendered: Done | undefined;
  const alone = { ...work, files: [file], next: counter(), largest: Infinity };
  await startWorker(alone, LARGE_HEAP, ([, [done]]) => {
    rendered = done;
  }).catch(unlessTooSmall);
  const refused = { problem: 'this document holds more than can be read in a gigabyte of memory; split it' };
  return rendered === undefined || 'tooLarge' in rendered ? refused : rendered;
}

/** What comes back for a document: the same as from {@link render}, or that it is too large to be read beside others. */
type Done = Rendered | { readonly tooLarge: true };

async function renderOnWorkers(
  work: Work,
  render: Renderer,
  handOn: (index: number, batch: readonly Done[]) => Promise<void>,
): Promise<void> {
  const waiting = new Map<number, readonly Done[]>();
  let handedOn = 0;
  let chain = Promise.resolve();
  const receive = ([index, batch]: readonly [number, readonly Done[]]): void => {
    waiting.set(index, batch);
    for (let next = waiting.get(handedOn); next !== undefined; next = waiting.get(handedOn)) {
      const [current, ready] = [handedOn, next];
      waiting.delete(handedOn);
      handedOn += 1;
      chain = chain.then(() => handOn(current, ready));
    }
  };
  const count = Math.min(os.availableParallelism(), MOST_WORKERS);
  await Promise.all(Array.from({ length: count }, () => startWorker(work, SMALL_HEAP, receive).catch(unlessTooSmall)));
  // What a worker had taken when its heap ran full is left to this thread, whose heap can grow.
  for (const index of Array.from({ length: Math.ceil(work.files.length / BATCH) }).keys()) {
    if (index >= handedOn && !waiting.has(index)) receive([index, batchAt(work, render, index)]);
  }
  await chain;
}

/** A heap that ran full ends its thread and nothing else; any other error is one. */
function unlessTooSmall(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
}

function startWorker(
  work: Work,
  resourceLimits: ResourceLimits,
  receive: (message: readonly [number, readonly Done[]]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const url = new URL(import.meta.resolve('./render-worker.ts'));
    const worker = new Worker(url, { workerData: work, resourceLimits });
    worker.on('message', receive);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** Takes batches of documents until none is left; every thread draws from the same counter. */
export function* batchesOf(work: Work, render: Renderer): Generator<readonly [number, readonly Done[]]> {
  const { files, next } = work;
  for (let index = Atomics.add(next, 0, 1); index * BATCH < files.length; index = Atomics.add(next, 0, 1)) {
    yield [index, batchAt(work, render, index)];
  }
}

function batchAt({ files, look, settings, largest }: Work, render: Renderer, index: number): readonly Done[] {
  const batch = files.slice(index * BATCH, (index + 1) * BATCH);
  return batch.map((file) => (sizeOf(file) > largest ? { tooLarge: true } : render(file, look, settings.languages)));
}

/** The size in bytes, 0 where it cannot be told before reading, as of a pipe. */
function sizeOf({ file }: FoundFile): number {
  try {
    return (file === '-' ? fs.fstatSync(0) : fs.statSync(file)).size;
  } catch {
    return 0;
  }
}
