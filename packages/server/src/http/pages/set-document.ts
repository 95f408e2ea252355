import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { plainDocument } from '@debrief/publish';
import { sha256 } from '../../hash.ts';
import type { DocumentWork, SetDocument } from './document-work.ts';

/** A document takes some 30 ms; one that takes so much longer is shown as it was written. */
const LONGEST_MILLISECONDS = 3_000;
const MOST_KEPT_CHARACTERS = 20_000_000;

/**
 * Sets documents as HTML on a thread of its own, one after the other, so that a text of hostile marks holds up nobody for
 * longer than the limit. What was set is remembered.
 */
export function documentSetter(limit = LONGEST_MILLISECONDS): (work: DocumentWork) => Promise<SetDocument> {
  const kept = keptDocuments();
  let worker: Promise<Worker> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const setOnThread = async (work: DocumentWork): Promise<SetDocument> => {
    worker ??= startWorker();
    const thread = await worker;
    const set = await askThread(thread, work, limit);
    if (set !== null) return set;
    worker = null;
    await thread.terminate();
    const { html, headings, note } = plainDocument(work.text, 'intricate');
    return { html: html.toString(), headings, note };
  };
  return async (work) => {
    const key = sha256(JSON.stringify(work));
    const before = kept.get(key);
    if (before !== undefined) return before;
    const set = last.then(() => kept.get(key) ?? setOnThread(work));
    last = set.catch(() => undefined);
    const done = await set;
    kept.put(key, done);
    return done;
  };
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(workerUrl(), {
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  worker.unref();
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  worker.removeAllListeners('error');
  return worker;
}

/** A packed package holds JavaScript, and the name that was resolved still ends as in the sources. */
function workerUrl(): URL {
  return new URL(import.meta.resolve('./document-worker.ts').replace(/\.ts$/, path.extname(import.meta.url)));
}

/** Null where the thread gave no answer in time, or broke. */
function askThread(worker: Worker, work: DocumentWork, limit: number): Promise<SetDocument | null> {
  return new Promise((resolve) => {
    const settle = (set: SetDocument | null): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(set);
    };
    const timer = setTimeout(() => settle(null), limit);
    worker.once('message', settle);
    worker.once('error', () => settle(null));
    worker.once('exit', () => settle(null));
    worker.postMessage(work, []);
  });
}

function keptDocuments() {
  const kept = new Map<string, SetDocument>();
  let characters = 0;
  return {
    get(key: string): SetDocument | undefined {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    put(key: string, set: SetDocument): void {
      if (kept.has(key)) return;
      kept.set(key, set);
      characters += set.html.length;
      for (const [oldest, { html }] of kept) {
        if (characters <= MOST_KEPT_CHARACTERS) break;
        kept.delete(oldest);
        characters -= html.length;
      }
    },
  };
}
