import fs from 'node:fs';
import path from 'node:path';
import { foldId, incidentIdHints, type IncidentIdHints, type Language } from '@debrief/core/read';
import type { FoundFile } from './find-files.ts';

/** Which incidents there are in a workspace. It is copied to workers, so it holds no functions. */
export interface KnownIncidents {
  /** Ids, and names of files without folder and ending, in small letters. */
  readonly known: ReadonlySet<string>;
  /** The documents of each id that several carry, by the folded id. */
  readonly shared: ReadonlyMap<string, SharedId>;
}

/** An id that several documents carry. */
interface SharedId {
  /** Some of the documents. */
  readonly names: readonly string[];
  readonly count: number;
}

/** One more than are told, for the document that is asked about may be among them. */
const NAMED = 4;

/** Looks for ids at the beginning of files, of which no more is read. */
export function hintReader(languages: readonly Language[]): (file: FoundFile, bytes?: Buffer) => IncidentIdHints {
  const hints = incidentIdHints(languages);
  const buffer = Buffer.allocUnsafe(HEAD_BYTES);
  return ({ file }, bytes = headOf(file, buffer)) =>
    hints(bytes.toString('utf8', 0, Math.min(bytes.length, HEAD_BYTES)), path.basename(file));
}

const HEAD_BYTES = 8_192;

/** What cannot be read is known by its name alone; whoever checks it is told why. */
function headOf(file: string, buffer: Buffer): Buffer {
  let descriptor: number | null = null;
  try {
    descriptor = fs.openSync(file, 'r');
    return buffer.subarray(0, fs.readSync(descriptor, buffer, 0, buffer.length, 0));
  } catch {
    return buffer.subarray(0, 0);
  } finally {
    if (descriptor !== null) fs.closeSync(descriptor);
  }
}

/** The incidents of a workspace by what its documents begin with. */
export function knownIncidents(
  files: readonly FoundFile[],
  hintsOf: (file: FoundFile) => IncidentIdHints,
): KnownIncidents {
  const known = new Set<string>();
  const holders = new Map<string, FoundFile[]>();
  for (const file of files) {
    const { own, all } = hintsOf(file);
    known.add(path.basename(file.file).replace(/\.md$/i, '').toLowerCase());
    for (const id of all) known.add(id.toLowerCase());
    const id = own === null ? '' : foldId(own);
    if (id === '') continue;
    const others = holders.get(id);
    if (others === undefined) holders.set(id, [file]);
    else others.push(file);
  }
  const shared = [...holders].flatMap(([id, all]) => {
    const several = all.length < 2 ? [] : withoutLinks(all);
    const names = several.slice(0, NAMED).map(({ name }) => name);
    return several.length < 2 ? [] : [[id, { names, count: several.length }] as const];
  });
  return { known, shared: new Map(shared) };
}

/** A link to a document is not another document. */
function withoutLinks(files: readonly FoundFile[]): readonly FoundFile[] {
  return [...new Map(files.toReversed().map((file) => [realPath(file.file), file])).values()].toReversed();
}

function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}
