import { enableCompileCache } from 'node:module';

enableCompileCache();
const { answerInWorker } = await import('./over-documents.ts');
const { checkDocument } = await import('./check-document.ts');
answerInWorker(checkDocument);
