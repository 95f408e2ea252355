import fs from 'node:fs';
import path from 'node:path';

/** A document to read: what to show as its name, and where it is. */
export interface FoundFile {
  /** The path as a user would write it. */
  readonly name: string;
  /** `-` for standard input. */
  readonly file: string;
}

/** A path that could not be read, with the reason and what to do. */
export interface Problem {
  readonly name: string;
  readonly message: string;
}

export interface Found {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
  /** Whether only single files were named, so that each deserves a card. */
  readonly single: boolean;
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i;
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

/**
 * The documents behind some paths. Folders are walked for Markdown; hidden folders, `node_modules` and links that lead
 * back into a folder already seen are passed over. A file that is named itself is read whatever its ending.
 */
export function findFiles(paths: readonly string[], cwd: string): Found {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let single = true;
  for (const given of paths) {
    if (given === '-') {
      files.push({ name: '-', file: '-' });
      continue;
    }
    const target = path.resolve(cwd, given);
    const stat = statOf(target);
    if (typeof stat !== 'string' && stat.isFile()) add(given, target);
    else if (typeof stat !== 'string' && stat.isDirectory()) {
      single = false;
      const before = files.length;
      walk(given, target);
      if (files.length === before) problems.push({ name: given, message: 'there is no Markdown file in this folder' });
    } else if (/[*?[{]/.test(given)) {
      single = false;
      const matched = fs.globSync(given, { cwd, exclude: (name) => SKIPPED.has(path.basename(name)) }).toSorted();
      if (matched.length === 0) problems.push({ name: given, message: 'no file matches this pattern' });
      for (const name of matched) {
        const inner = path.resolve(cwd, name);
        const found = statOf(inner);
        if (typeof found !== 'string' && found.isFile()) add(name, inner);
      }
    } else
      problems.push({ name: given, message: typeof stat === 'string' ? stat : 'this is neither a file nor a folder' });
  }
  return { files, problems, single };

  function add(name: string, target: string): void {
    if (seen.has(target)) return;
    seen.add(target);
    files.push({ name, file: target });
  }

  /** Depth first with a list, so that a deep tree cannot exhaust the stack. */
  function walk(name: string, folder: string): void {
    const visited = new Set<string>();
    const open: { readonly name: string; readonly folder: string }[] = [{ name, folder }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const real = realPath(next.folder);
      if (real === null || visited.has(real)) continue;
      visited.add(real);
      const entries = entriesOf(next.folder);
      if (typeof entries === 'string') {
        problems.push({ name: next.name, message: entries });
        continue;
      }
      const below: typeof open = [];
      for (const entry of entries) {
        const shown = path.join(next.name, entry.name);
        const target = path.join(next.folder, entry.name);
        const isLink = entry.isSymbolicLink();
        const stat = isLink ? statOf(target) : entry;
        if (typeof stat === 'string') {
          if (MARKDOWN.test(entry.name) || stat === REASONS['ELOOP']) problems.push({ name: shown, message: stat });
        } else if (stat.isDirectory()) {
          if (!entry.name.startsWith('.') && !SKIPPED.has(entry.name)) below.push({ name: shown, folder: target });
        } else if (stat.isFile() && MARKDOWN.test(entry.name)) add(shown, target);
      }
      open.push(...below.toReversed());
    }
  }
}

function statOf(target: string): fs.Stats | string {
  try {
    return fs.statSync(target);
  } catch (error) {
    return reasonOf(error);
  }
}

function realPath(target: string): string | null {
  try {
    return fs.realpathSync(target);
  } catch {
    return null;
  }
}

function entriesOf(folder: string): readonly fs.Dirent[] | string {
  try {
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    return reasonOf(error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the path',
  EACCES: 'this may not be read; check its permissions',
  EPERM: 'this may not be read; check its permissions',
  ELOOP: 'this link leads back to itself; remove it or name its target',
  EISDIR: 'this is a folder',
  EMFILE: 'too many files are open; try again with fewer',
  ENAMETOOLONG: 'this path is too long',
};

/** What went wrong with a path, in words that say what to do. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
