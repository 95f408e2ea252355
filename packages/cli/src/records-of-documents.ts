import fs from 'node:fs';
import type { IncidentRecord } from '@debrief/core';
import type { FoundFile, Problem } from './find-files.ts';
import { overDocuments } from './over-documents.ts';
import { openRecordCache, type RecordCache, recordKey } from './record-cache.ts';
import { recordDocument, type RecordInput } from './record-document.ts';

export interface RecordSink {
  readonly progress: (done: number) => void;
  readonly complain: (problem: Problem) => void;
}

/** The records of some documents in their order, from the cache where they were read before. */
export async function recordsOfDocuments(
  files: readonly FoundFile[],
  input: RecordInput,
  cache: string | null,
  sink: RecordSink,
): Promise<{ readonly records: readonly IncidentRecord[]; readonly problems: number }> {
  const known = cache === null ? null : openRecordCache(cache, stateOf(input));
  const found = new Map<FoundFile, IncidentRecord>();
  const keys = new Map<FoundFile, string>();
  const unread = files.filter((file) => {
    const key = known === null ? null : keyOf(file);
    if (key !== null) keys.set(file, key);
    const record = key === null ? undefined : known?.get(key);
    if (record !== undefined) found.set(file, { ...record, file: file.name });
    return record === undefined;
  });
  const job = { worker: import.meta.resolve('./record-worker.ts'), input, answer: recordDocument };
  const before = files.length - unread.length;
  const problems = await overDocuments<RecordInput, IncidentRecord>(unread, job, {
    receive: (record, file) => {
      found.set(file, record);
      keep(known, keys.get(file), record);
    },
    progress: (done) => sink.progress(before + done),
    complain: sink.complain,
  });
  known?.save();
  return { records: files.flatMap((file) => found.get(file) ?? []), problems };
}

/** What is not over depends on the time now, so it is measured anew each time. */
function keep(cache: RecordCache | null, key: string | undefined, record: IncidentRecord): void {
  const isOpen = record.numbers.some(({ state }) => state === 'open') || record.impacts.some(({ to }) => to === null);
  if (cache !== null && key !== undefined && !isOpen) cache.put(key, record);
}

function keyOf({ name, file }: FoundFile): string | null {
  if (file === '-') return null;
  try {
    return recordKey(name, fs.readFileSync(file));
  } catch {
    // Reading it says why it cannot be read.
    return null;
  }
}

/** Everything that a record depends on besides its document and the time. */
function stateOf({ measuring, languages, ...rest }: RecordInput): string {
  const { now: _now, ...settled } = measuring;
  const words = languages.map(({ code, ...language }) => [code, language]);
  return JSON.stringify([settled, rest, words], (_key, value: unknown) =>
    value instanceof RegExp ? String(value) : value instanceof Map || value instanceof Set ? [...value] : value,
  );
}
