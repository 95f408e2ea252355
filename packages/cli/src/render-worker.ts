import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Work } from './render-all.ts';

enableCompileCache();
const { batchesOf } = await import('./render-all.ts');
for (const batch of batchesOf(workerData as Work)) parentPort?.postMessage(batch, []);
