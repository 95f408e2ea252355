import path from 'node:path';
import { type Language, profileOf, read, type RelatedProfile } from '@debrief/core';
import type { Service } from '@debrief/core/policy';
import type { FoundFile } from './find-files.ts';
import { loadText } from './load-text.ts';
import type { Refused } from './over-documents.ts';

export interface ProfileInput {
  readonly services: readonly Pick<Service, 'name' | 'aliases'>[];
  readonly languages: readonly Language[];
  /** The document that others are compared with; null for that document itself. */
  readonly about: RelatedProfile | null;
}

/** Loads and reads one document, and keeps what it takes to compare it. */
export function profileDocument(
  { name, file }: FoundFile,
  { services, languages, about }: ProfileInput,
): RelatedProfile | Refused {
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { problem: loaded.problem };
  const reading = read(loaded.text, { fileName: path.basename(name), languages });
  return profileOf(reading, { file: name, services, ...(about !== null && { about }) });
}
