import fs from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its name. Its mode stays, and where the
 * name is a link, the link does.
 *
 * @throws Error as Node's file system gives it, for a folder that cannot be written to and the like
 */
export function writeWhole(file: string, content: string): void {
  const old = fs.statSync(file, { throwIfNoEntry: false });
  const target = old === undefined ? path.resolve(file) : fs.realpathSync(file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.new`);
  try {
    fs.writeFileSync(beside, content, { flag: 'wx', flush: true });
    if (old !== undefined) fs.chmodSync(beside, old.mode & 0o7777);
    fs.renameSync(beside, target);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}
