import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';

export interface ArchiveEntry {
  readonly name: string;
  readonly content?: Uint8Array | string;
  /** The kind and the rights of a file on Unix. */
  readonly mode?: number;
  /** What the table of contents says in place of the truth. */
  readonly lies?: { readonly size?: number; readonly packed?: number; readonly offset?: number; readonly crc?: number };
  /** Adds a field of zip64 with this size, and 0xFFFFFFFF where the size stands. */
  readonly zip64?: bigint;
}

/** An archive byte by byte, so that it can be as wrong as a test wants. */
export function archiveOf(entries: readonly ArchiveEntry[]): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', mode = 0o100_644, lies = {}, zip64 } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = zlib.deflateRawSync(bytes);
    const fileName = Buffer.from(name);
    const extra = zip64 === undefined ? Buffer.alloc(0) : Buffer.alloc(12);
    if (zip64 !== undefined) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8, 2);
      extra.writeBigUInt64LE(zip64, 4);
    }
    const crc = lies.crc ?? zlib.crc32(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x0800, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(fileName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(0x0800, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(lies.packed ?? packed.length, 20);
    central.writeUInt32LE(zip64 === undefined ? (lies.size ?? bytes.length) : 0xffff_ffff, 24);
    central.writeUInt16LE(fileName.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(lies.offset ?? at, 42);
    parts.push(local, fileName, packed);
    table.push(central, fileName, extra);
    at += local.length + fileName.length + packed.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

export interface ScratchFolder extends Disposable {
  readonly folder: string;
  readonly write: (name: string, content: Uint8Array | string) => string;
}

/** A folder that is gone when it is disposed of. */
export function scratchFolder(): ScratchFolder {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-test-'));
  return {
    folder,
    write: (name, content) => {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
      return file;
    },
    [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a folder holds, by path. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(folder, file), fs.readFileSync(file).toString('base64')] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
