import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Work } from './render-all.ts';

enableCompileCache();
const { batchesOf } = await import('./render-all.ts');
const { rendererNamed } = await import('./renderers.ts');
const work = workerData as Work;
for (const batch of batchesOf(work, await rendererNamed(work.renderer))) parentPort?.postMessage(batch, []);
