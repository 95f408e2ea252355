import zlib from 'node:zlib';
import yauzl from 'yauzl';
import { Problem } from '../problem.ts';
import { type ImportFile, type ImportLimits, importLimits, type ImportSource } from './import-source.ts';
import { offeredFiles } from './offered-files.ts';

const KIND = 0o170_000;
const PLAIN_KINDS = new Set([0, 0o100_000]);
/** A header in front of each file, whose name and extra field follow it. */
const LOCAL_HEADER_BYTES = 30;
/** Small files may shrink to nearly nothing. */
const BYTES_WITHOUT_RATIO = 1_000_000;

/**
 * The files of an archive, by its table of contents: counted, measured and compared before anything is unpacked. What
 * the table promises is what each file is held to.
 *
 * @throws Problem `invalid-request` where it is no archive or its parts overlap, `too-large`
 */
export async function zipSource(file: string, limits: ImportLimits = importLimits): Promise<ImportSource> {
  const archive = await opened(file);
  try {
    const entries = await entriesOf(archive, limits);
    expectApart(entries);
    return {
      ...offeredFiles(
        entries.flatMap((entry) => fileOf(archive, entry)),
        limits,
      ),
      close: async () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function opened(file: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, decodeStrings: false, autoClose: false }, (error, archive) =>
      error === null ? resolve(archive) : reject(broken(error)),
    );
  });
}

function entriesOf(archive: yauzl.ZipFile, limits: ImportLimits): Promise<readonly yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    let total = 0;
    let packed = 0;
    const refuse = (sentence: string) => reject(new Problem('too-large', sentence));
    // What it says of itself is believed where it is too much; what it does not say is counted.
    if (archive.entryCount > limits.entries) refuse(`The archive holds more than ${limits.entries} files.`);
    archive.on('error', (error: Error) => reject(broken(error)));
    archive.on('end', () => resolve(entries));
    archive.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      total += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (entries.length > limits.entries) return refuse(`The archive holds more than ${limits.entries} files.`);
      if (total > limits.totalBytes) return refuse(`Unpacked, the archive has more than ${limits.totalBytes} bytes.`);
      if (total > BYTES_WITHOUT_RATIO && total > packed * limits.ratio)
        return refuse(`Unpacked, the archive is more than ${limits.ratio} times as large. No text packs so well.`);
      archive.readEntry();
    });
    if (archive.entryCount <= limits.entries) archive.readEntry();
  });
}

/** Files that share their bytes unpack to more than anyone has sent. */
function expectApart(entries: readonly yauzl.Entry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new Problem('invalid-request', 'Files in this archive overlap. Pack it again with another program.');
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize;
  }
}

function fileOf(
  archive: yauzl.ZipFile,
  entry: yauzl.Entry,
): readonly (ImportFile & { readonly fault: string | null })[] {
  const { generalPurposeBitFlag, fileNameRaw, extraFields, uncompressedSize } = entry;
  const path = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  if (path.endsWith('/') && uncompressedSize === 0) return [];
  return [{ path, size: uncompressedSize, fault: faultOf(entry), read: () => bytesOf(archive, entry) }];
}

function faultOf(entry: yauzl.Entry): string | null {
  if (!PLAIN_KINDS.has((entry.externalFileAttributes >>> 16) & KIND)) return 'it is a link or no plain file';
  if (entry.isEncrypted()) return 'it is encrypted';
  return entry.canDecodeFileData() ? null : 'it is packed in a way that is not known here';
}

function bytesOf(archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(broken(error));
      const bytes = Buffer.alloc(entry.uncompressedSize);
      let at = 0;
      stream.on('error', (fault: Error) => reject(broken(fault)));
      stream.on('data', (chunk: Buffer) => {
        if (at + chunk.length > bytes.length) stream.destroy(new Error('more bytes than promised'));
        else at += chunk.copy(bytes, at);
      });
      stream.on('end', () =>
        at === bytes.length && zlib.crc32(bytes) === entry.crc32
          ? resolve(bytes)
          : reject(new Problem('invalid-request', 'its bytes are damaged')),
      );
    });
  });
}

function broken(error: Error): Problem {
  return new Problem('invalid-request', `This is no archive that can be read: ${error.message}.`);
}
