import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { WrongUse } from './wrong-use.ts';
import { writeWhole } from './write-whole.ts';

/** A file that came from a server, and what it said then. */
export interface PulledFile {
  readonly id: string;
  /** The number of the revision that the file was made from. */
  readonly revision: number;
  /** SHA-256 of that text. */
  readonly hash: string;
}

/** What `.debrief` in a folder says: which server its files came from, each by its path from there. */
export interface PulledState {
  readonly server: string;
  readonly files: Readonly<Record<string, PulledFile>>;
}

const NAME = '.debrief';

export function hashOf(text: string): string {
  return crypto.hash('sha256', text);
}

/**
 * What is known of a folder; nothing where none of its files came from a server.
 *
 * @throws WrongUse where the file is there and broken: going on would forget what was pulled
 */
export function readPulled(folder: string, server: string): PulledState {
  const file = path.join(folder, NAME);
  if (!fs.existsSync(file)) return { server, files: {} };
  const state = parsed(fs.readFileSync(file, 'utf8'));
  if (state === null) throw new WrongUse(`${file} is broken. Move it away, and pull again into an empty folder.`);
  if (!isSame(state.server, server))
    throw new WrongUse(`the files in ${folder} came from ${state.server}, not from ${server}. Take another folder.`);
  return state;
}

/** The nearest folder from a file upward that remembers what was pulled; null where none does. */
export function pulledFolder(file: string): string | null {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, NAME))) return folder;
    if (path.dirname(folder) === folder) return null;
  }
}

/** Remembers one more file, at once: what was sent is known even where the rest fails. */
export function rememberPulled(folder: string, server: string, name: string, file: PulledFile): void {
  const { files } = readPulled(folder, server);
  const state: PulledState = { server, files: { ...files, [name]: file } };
  const written = writeWhole(path.join(folder, NAME), `${JSON.stringify(state, null, 2)}\n`, { replace: true });
  if (written.state === 'refused') throw new WrongUse(`${path.join(folder, NAME)}: ${written.message}`);
}

function isSame(one: string, other: string): boolean {
  return one.replace(/(?<!\/)\/+$/, '') === other.replace(/(?<!\/)\/+$/, '');
}

function parsed(text: string): PulledState | null {
  try {
    const { server, files } = JSON.parse(text) as Partial<PulledState>;
    if (typeof server !== 'string' || typeof files !== 'object' || files === null) return null;
    const isFile = ({ id, revision, hash }: PulledFile): boolean =>
      typeof id === 'string' && Number.isInteger(revision) && typeof hash === 'string';
    return Object.values(files).every(isFile) ? { server, files } : null;
  } catch {
    return null;
  }
}
