import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '..');

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export function readManifest(file: string): Manifest {
  return JSON.parse(readText(file)) as Manifest;
}

/** Files or folders of the repository, sorted, with `/`; never what is installed, built or kept as a fixture. */
export function find(pattern: string | string[]): readonly string[] {
  return globSync(pattern, { cwd: root, exclude: ['**/node_modules', '**/dist', '**/fixtures'] })
    .map((file) => file.split(path.sep).join('/'))
    .toSorted();
}
