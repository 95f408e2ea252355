import path from 'node:path';
import { read, recordedOf, type RecordHouse } from '@debrief/core';
import type { FoundFile } from './find-files.ts';
import { loadText } from './load-text.ts';
import type { Refused } from './over-documents.ts';

/** A record as JSON: between threads one text takes half the memory and time of an object, and a cache keeps it so. */
export interface RecordJson {
  readonly json: string;
}

/** Loads, reads and measures one document, and keeps what learning needs of it. */
export function recordDocument({ name, file }: FoundFile, house: RecordHouse): RecordJson | Refused {
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { problem: loaded.problem };
  const reading = read(loaded.text, { fileName: path.basename(name), languages: house.languages });
  return { json: JSON.stringify(recordedOf(name, reading, house)) };
}
