import { parentPort, workerData } from 'node:worker_threads';
import { batchesOf, type Work } from './render-all.ts';

for (const batch of batchesOf(workerData as Work)) parentPort?.postMessage(batch, []);
