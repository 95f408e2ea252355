import fs from 'node:fs';
import path from 'node:path';
import { findFiles, type Found, type FoundFile } from './find-files.ts';

/** In more documents than these nobody waits for one to be looked up. */
const MOST = 20_000;

/**
 * The documents among which a reference is looked up, those that are checked first: all below the folder of
 * `debrief.yaml`; without one, those in the folders or patterns that were named, and the ones beside several files that
 * were.
 *
 * @param folder in which `debrief.yaml` stands, null where there is none
 * @returns null where nobody can tell: for a single file without settings, and for standard input
 */
export function workspaceFiles(
  { files, single }: Found,
  folder: string | null,
  cwd: string,
): readonly FoundFile[] | null {
  const checked = files.filter(({ file }) => file !== '-');
  if (checked.length === 0 || (folder === null && single && checked.length === 1)) return null;
  const more = folder === null ? (single ? besideThem(checked, cwd) : []) : below(folder, cwd);
  const known = new Set(checked.map(({ file }) => file));
  const all = [...checked, ...more.filter(({ file }) => !known.has(file))];
  return all.length > Math.max(MOST, checked.length) ? null : all;
}

function below(folder: string, cwd: string): readonly FoundFile[] {
  return findFiles([folder], cwd).files.map(({ file }) => ({ name: path.relative(cwd, file), file }));
}

/** A hook names only the files of a change, and a reference to one of their neighbours is no dead one. */
function besideThem(files: readonly FoundFile[], cwd: string): readonly FoundFile[] {
  const folders = new Set(files.map(({ file }) => path.dirname(file)));
  return [...folders].flatMap((folder) =>
    namesIn(folder)
      .filter((name) => /\.(?:md|markdown)$/i.test(name))
      .map((name) => path.join(folder, name))
      .map((file) => ({ name: path.relative(cwd, file), file })),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
