import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What became of a file: written in full, or not touched, with the reason and what to do. */
export type Written =
  | { readonly state: 'written' }
  | { readonly state: 'exists' }
  | { readonly state: 'refused'; readonly message: string };

/**
 * Writes a file so that it is there in full or not at all, whatever interrupts us: into a file beside it that is flushed
 * to the disk and then takes its name. A link stays a link, and a file that is replaced keeps its permissions.
 *
 * @param replace whether a file of that name may be overwritten; where not, one that appears meanwhile is left as well
 * @example writeWhole('docs/debrief.yaml', 'zone: UTC\n', { replace: false }) // { state: 'written' }
 */
export function writeWhole(file: string, content: string, { replace }: { readonly replace: boolean }): Written {
  let beside: string | null = null;
  try {
    const target = replace ? realTarget(file) : file;
    const mode = replace ? fs.statSync(target, { throwIfNoEntry: false })?.mode : undefined;
    beside = path.join(path.dirname(target), `.${path.basename(target).slice(0, 80)}.${randomUUID()}.new`);
    writeFlushed(beside, content, mode);
    if (replace) fs.renameSync(beside, target);
    else if (!takeFreeName(beside, target)) return { state: 'exists' };
    flushFolder(path.dirname(target));
    return { state: 'written' };
  } catch (error) {
    return { state: 'refused', message: whyNotWritten(error) };
  } finally {
    if (beside !== null) fs.rmSync(beside, { force: true });
  }
}

function realTarget(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}

function writeFlushed(file: string, content: string, mode: number | undefined): void {
  const descriptor = fs.openSync(file, 'wx');
  try {
    fs.writeFileSync(descriptor, content);
    if (mode !== undefined) fs.fchmodSync(descriptor, mode & 0o7777);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** A hard link is made only where the name is free, which looking first and renaming then could not promise. */
function takeFreeName(beside: string, target: string): boolean {
  try {
    fs.linkSync(beside, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  }
  // Some file systems know no hard links; there, looking first is all that can be done.
  if (fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined) return false;
  fs.renameSync(beside, target);
  return true;
}

/** Makes the new name last as well; not every system lets a folder be flushed. */
function flushFolder(folder: string): void {
  try {
    const descriptor = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    // The content is safe already.
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there; make the folder first',
  ENOTDIR: 'a part of its path is a file, not a folder; check the path',
  EEXIST: 'this is a file; name a folder',
  EISDIR: 'this is a folder; name a file',
  EACCES: 'its folder may not be written to; check the permissions',
  EPERM: 'its folder may not be written to; check the permissions',
  EROFS: 'it stands on a disk that can only be read',
  ENOSPC: 'the disk is full; make room and try again',
  EDQUOT: 'your share of the disk is used up; make room and try again',
  ENAMETOOLONG: 'this path is too long',
};

/** Why a file or folder could not be written, in words that say what to do. */
export function whyNotWritten(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
