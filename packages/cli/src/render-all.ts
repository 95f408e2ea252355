import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FoundFile, Problem } from './find-files.ts';
import { type Look, render, type Rendered } from './render.ts';
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
  readonly settings: FoundSettings;
  readonly next: Int32Array;
}

const BATCH = 32;

/** Below this many documents a second thread costs more than it brings. */
const WORTH_A_WORKER = 300;

/** Renders documents on all cores where that pays, and hands them on in their order. */
export async function renderAll(
  files: readonly FoundFile[],
  look: Look,
  settings: FoundSettings,
  sink: Sink,
): Promise<Totals> {
  const work: Work = { files, look, settings, next: new Int32Array(new SharedArrayBuffer(4)) };
  const waiting = new Map<number, readonly Rendered[]>();
  const totals = { read: 0, withMessages: 0, problems: 0 };
  let handedOn = 0;

  const handOn = async (): Promise<void> => {
    for (let batch = waiting.get(handedOn); batch !== undefined; batch = waiting.get(handedOn)) {
      waiting.delete(handedOn);
      for (const [offset, rendered] of batch.entries()) {
        if ('problem' in rendered) {
          totals.problems += 1;
          sink.complain({ name: files[handedOn * BATCH + offset]?.name ?? '', message: rendered.problem });
          continue;
        }
        totals.read += 1;
        if (rendered.hasMessages) totals.withMessages += 1;
        await sink.write(rendered.output);
      }
      handedOn += 1;
      sink.progress(Math.min(handedOn * BATCH, files.length));
    }
  };

  const helpers = Array.from({ length: helperCount(files.length) }, () => startHelper(work, waiting));
  for (const [index, batch] of batchesOf(work)) {
    waiting.set(index, batch);
    await handOn();
    if (helpers.length > 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(helpers);
  await handOn();
  return totals;
}

function helperCount(files: number): number {
  return files < WORTH_A_WORKER ? 0 : Math.min(os.availableParallelism(), 8) - 1;
}

function startHelper(work: Work, waiting: Map<number, readonly Rendered[]>): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.resolve('./render-worker.ts')), { workerData: work });
    worker.on('message', ([index, batch]: readonly [number, readonly Rendered[]]) => void waiting.set(index, batch));
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** Takes batches of documents until none is left; every thread draws from the same counter. */
export function* batchesOf({ files, look, settings, next }: Work): Generator<readonly [number, readonly Rendered[]]> {
  for (let index = Atomics.add(next, 0, 1); index * BATCH < files.length; index = Atomics.add(next, 0, 1)) {
    yield [
      index,
      files.slice(index * BATCH, (index + 1) * BATCH).map((file) => render(file, look, settings.languages)),
    ];
  }
}
