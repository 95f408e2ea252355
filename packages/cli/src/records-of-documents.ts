import type { IncidentRecord, RecordHouse } from '@debrief/core';
import { type CacheKind, openDocumentCache } from './document-cache.ts';
import { keysOfFiles } from './document-key.ts';
import type { FoundFile, Problem } from './find-files.ts';
import { overDocuments } from './over-documents.ts';
import { recordDocument, type RecordJson } from './record-document.ts';
import { formsOf, settledOf, type Settled } from './record-input.ts';
import { recordFromLine, recordLine } from './record-line.ts';
import type { FoundSettings } from './settings-file.ts';
import { keepHeapSteady } from './steady-heap.ts';
import { ownTemplateTexts } from './template-files.ts';

export interface RecordSink {
  readonly progress: (done: number) => void;
  readonly complain: (problem: Problem) => void;
}

export interface RecordsAsked {
  readonly files: readonly FoundFile[];
  readonly settings: FoundSettings;
  readonly cwd: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** The folder of the cache, null for none. */
  readonly cache: string | null;
}

const RECORDS: CacheKind = { name: 'records', version: 1, mostFiles: 8 };

/** The records of some documents in their order, from the cache where they were read before. */
export async function recordsOfDocuments(
  { files, settings, cwd, now, cache }: RecordsAsked,
  sink: RecordSink,
): Promise<{ readonly records: readonly IncidentRecord[]; readonly problems: number }> {
  keepHeapSteady(files.length);
  const settled = settledOf(settings, now);
  const state = stateOf(settled, ownTemplateTexts(settings));
  const known = cache === null ? null : openDocumentCache(cache, RECORDS, state);
  const keys = known === null ? new Map<FoundFile, string>() : keysOfFiles(files);
  const found = new Map<FoundFile, IncidentRecord>();
  for (const [file, key] of keys) {
    const line = known?.get(key) ?? null;
    const record = line === null ? null : recordFromLine(line, now);
    if (record !== null) found.set(file, { ...record, file: file.name });
  }
  const unread = files.filter((file) => !found.has(file));
  if (unread.length === 0) return { records: files.flatMap((file) => found.get(file) ?? []), problems: 0 };

  const input = { ...settled, templates: await formsOf(settings, cwd) };
  const job = { worker: import.meta.resolve('./record-worker.ts'), input, answer: recordDocument };
  const problems = await overDocuments<RecordHouse, RecordJson>(unread, job, {
    receive: ({ json }, file) => {
      found.set(file, JSON.parse(json) as IncidentRecord);
      const key = keys.get(file);
      if (key !== undefined) known?.put(key, recordLine(json, now));
    },
    progress: (done) => sink.progress(files.length - unread.length + done),
    complain: sink.complain,
  });
  known?.save();
  return { records: files.flatMap((file) => found.get(file) ?? []), problems };
}

/** Everything that a record depends on besides its document and the time. */
function stateOf({ measuring, ...rest }: Settled, templates: readonly string[]): string {
  const { now: _now, ...settled } = measuring;
  return JSON.stringify([settled, rest, templates], (_key, value: unknown) =>
    value instanceof RegExp
      ? String(value)
      : value instanceof Map || value instanceof Set
        ? [...(value as Iterable<unknown>)]
        : value,
  );
}
