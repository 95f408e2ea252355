import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { FoundFile } from './find-files.ts';

/** A document larger than this is read each time. */
const LARGEST = 1_000_000;

/**
 * A key for each file by its name, without folders where nothing else is asked for, and its content. What cannot be read, and standard input, has none; reading it says why.
 * `see` is shown what was read, which does not last.
 * One buffer serves for all files, so that ten thousand of them leave no garbage behind.
 */
export function keysOfFiles(
  files: readonly FoundFile[],
  nameOf = baseName,
  see?: (file: FoundFile, bytes: Buffer, key: string) => void,
): Map<FoundFile, string> {
  const buffer = Buffer.allocUnsafe(LARGEST + 1);
  const keys = new Map<FoundFile, string>();
  for (const file of files) {
    const length = file.file === '-' ? null : readInto(buffer, file.file);
    if (length === null || length > LARGEST) continue;
    const hash = createHash('sha256')
      .update(`${nameOf(file)}\n`)
      .update(buffer.subarray(0, length));
    const key = hash.digest('base64url').slice(0, 27);
    keys.set(file, key);
    see?.(file, buffer.subarray(0, length), key);
  }
  return keys;
}

function baseName({ name }: FoundFile): string {
  return path.basename(name);
}

function readInto(buffer: Buffer, file: string): number | null {
  let descriptor: number | null = null;
  try {
    descriptor = fs.openSync(file, 'r');
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = fs.readSync(descriptor, buffer, length, buffer.length - length, length);
    return length;
  } catch {
    return null;
  } finally {
    if (descriptor !== null) fs.closeSync(descriptor);
  }
}
