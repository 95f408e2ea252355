import { enableCompileCache } from 'node:module';

enableCompileCache();
const { answerInWorker } = await import('./over-documents.ts');
const { profileDocument } = await import('./profile-document.ts');
answerInWorker(profileDocument);
