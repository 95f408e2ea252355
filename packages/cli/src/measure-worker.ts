import { enableCompileCache } from 'node:module';

enableCompileCache();
const { answerInWorker } = await import('./over-documents.ts');
const { renderMeasured } = await import('./render-measured.ts');
answerInWorker(renderMeasured);
