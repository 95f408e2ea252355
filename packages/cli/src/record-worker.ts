import { enableCompileCache } from 'node:module';

enableCompileCache();
const { answerInWorker } = await import('./over-documents.ts');
const { recordDocument } = await import('./record-document.ts');
answerInWorker(recordDocument);
