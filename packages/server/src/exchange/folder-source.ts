import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem.ts';
import { type ImportFile, type ImportLimits, importLimits, type ImportSource } from './import-source.ts';
import { offeredFiles } from './offered-files.ts';

const { O_RDONLY, O_NOFOLLOW } = fs.constants;
/** Deeper ones are refused by their paths; here it keeps the walk short. */
const DEEPEST = 40;
/** Other people's files, thousands of them, which nobody wants to be told of one by one. */
const SKIPPED = new Set(['.git', 'node_modules', '.debrief']);

/**
 * The files of a folder. Links are not followed, neither to files nor to folders.
 *
 * @throws Problem `not-found`, `too-large`
 */
export async function folderSource(folder: string, limits: ImportLimits = importLimits): Promise<ImportSource> {
  const found: (ImportFile & { readonly fault: string | null })[] = [];
  let total = 0;
  for await (const { file, entry } of filesUnder(folder)) {
    const size = entry.isFile() ? (await fs.promises.lstat(file)).size : 0;
    total += size;
    if (found.length >= limits.entries)
      throw new Problem(
        'too-large',
        `The folder holds more than ${limits.entries} files. Import its parts one by one.`,
      );
    if (total > limits.totalBytes)
      throw new Problem(
        'too-large',
        `The folder holds more than ${limits.totalBytes} bytes. Import its parts one by one.`,
      );
    const fault = entry.isFile() ? null : 'it is a link or no plain file';
    const relative = path.relative(folder, file).split(path.sep).join('/');
    found.push({ path: relative, size, fault, read: () => readPlain(file, limits.fileBytes) });
  }
  return { ...offeredFiles(found, limits), close: async () => undefined };
}

async function* filesUnder(
  folder: string,
  depth = 0,
): AsyncGenerator<{ readonly file: string; readonly entry: fs.Dirent }> {
  const entries = await fs.promises.readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new Problem('not-found', `The folder ${folder} cannot be read: ${(error as Error).message}`);
  });
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (!entry.isDirectory()) yield { file, entry };
    else if (depth < DEEPEST && !SKIPPED.has(entry.name)) yield* filesUnder(file, depth + 1);
  }
}

/** What was a plain file a moment ago may be a link by now, or grow while it is read. */
async function readPlain(file: string, most: number): Promise<Uint8Array> {
  const handle = await fs.promises.open(file, O_RDONLY | O_NOFOLLOW);
  try {
    const { size } = await handle.stat();
    if (size > most) throw new Problem('too-large', `it has ${size} bytes; ${most} is the most`);
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
