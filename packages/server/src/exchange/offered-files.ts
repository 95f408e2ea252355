import { type ImportFile, type ImportLimits, type ImportLine, refusal } from './import-source.ts';
import { foldedPath, pathFault } from './path-fault.ts';

/** Sorts what a folder or an archive holds into what is offered and what is refused. */
export function offeredFiles(
  found: readonly (ImportFile & { readonly fault?: string | null })[],
  { fileBytes }: Pick<ImportLimits, 'fileBytes'>,
): { readonly files: readonly ImportFile[]; readonly refused: readonly ImportLine[] } {
  const files: ImportFile[] = [];
  const refused: ImportLine[] = [];
  const taken = new Set<string>();
  const folders = new Set<string>();
  for (const file of found.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))) {
    const fault = pathFault(file.path) ?? file.fault ?? hiddenFault(file.path) ?? sizeFault(file, fileBytes);
    const folded = foldedPath(file.path);
    if (fault !== null) refused.push(refusal(shown(file.path), fault));
    else if (taken.has(folded))
      refused.push(refusal(file.path, 'another file has the same path but for case or accents'));
    else if (folders.has(folded) || foldersOf(folded).some((folder) => taken.has(folder)))
      refused.push(refusal(file.path, 'it has the path of a folder'));
    else {
      taken.add(folded);
      for (const folder of foldersOf(folded)) folders.add(folder);
      files.push(file);
    }
  }
  return { files, refused };
}

/** @example foldersOf('a/b/c.md') // ['a', 'a/b'] */
function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function hiddenFault(path: string): string | null {
  const isHidden = path
    .split('/')
    .some((name) => name.startsWith('.') || name === '__MACOSX' || name === 'node_modules');
  return isHidden ? 'it is hidden, or belongs to a tool' : null;
}

function sizeFault({ size }: ImportFile, fileBytes: number): string | null {
  return size > fileBytes ? `it has ${size} bytes; ${fileBytes} is the most` : null;
}

/** A path that could not be taken is told without what could not be seen in it. */
function shown(path: string): string {
  return path
    .toWellFormed()
    .replaceAll(/\p{Cc}|\p{Cf}/gu, '\u{FFFD}')
    .slice(0, 400);
}
