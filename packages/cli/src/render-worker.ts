import { enableCompileCache } from 'node:module';

enableCompileCache();
const { answerInWorker } = await import('./over-documents.ts');
const { render } = await import('./render.ts');
answerInWorker(render);
