import { parentPort } from 'node:worker_threads';
import { documentMarkup } from '@debrief/publish';
import type { DocumentWork, SetDocument } from './document-work.ts';

parentPort?.on('message', ({ text, marks, omit, files }: DocumentWork) => {
  const { html, headings, note } = documentMarkup(text, {
    marks,
    omit,
    fileAddress: (path) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null),
  });
  parentPort?.postMessage({ html: html.toString(), headings, note } satisfies SetDocument, []);
});
parentPort?.postMessage('ready', []);
