import type { IncidentIdHints, Language } from '@debrief/core';
import type { DocumentCache } from './document-cache.ts';
import type { FoundFile } from './find-files.ts';
import { hintReader, type KnownIncidents, knownIncidents } from './known-incidents.ts';

/** Takes the ids from documents whose bytes are at hand anyway, or from an earlier run, and from files for the rest. */
export interface Gathering {
  /** Shows the bytes of a file under the key of the cache. */
  readonly see: (file: FoundFile, bytes: Buffer, key: string) => void;
  readonly among: (files: readonly FoundFile[]) => KnownIncidents;
}

export function gatherIncidents(languages: readonly Language[], cache: DocumentCache | null): Gathering {
  const read = hintReader(languages);
  const seen = new Map<string, IncidentIdHints>();
  return {
    see: (file, bytes, key) => {
      const before = hintsIn(cache?.get(`${key}-id`) ?? null);
      const hints = before ?? read(file, bytes);
      seen.set(file.file, hints);
      if (before === null) cache?.put(`${key}-id`, JSON.stringify(hints));
    },
    among: (files) => knownIncidents(files, (file) => seen.get(file.file) ?? read(file)),
  };
}

/** The hints of a line of the cache; null where it is broken. */
function hintsIn(line: string | null): IncidentIdHints | null {
  if (line === null) return null;
  try {
    const { own, all } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    return (own === null || isText(own)) && Array.isArray(all) && all.every(isText) ? { own, all } : null;
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
