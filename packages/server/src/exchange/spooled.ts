import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../problem.ts';

export interface Spooled extends AsyncDisposable {
  readonly file: string;
}

/**
 * Puts what is sent into a file that is gone when it is disposed of: an archive is read from its end.
 *
 * @throws Problem `too-large` as soon as there are more bytes than that
 */
export async function spooled(body: globalThis.ReadableStream, mostBytes: number): Promise<Spooled> {
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'debrief-import-'));
  const file = path.join(folder, 'import.zip');
  const remove = () => fs.promises.rm(folder, { recursive: true, force: true });
  try {
    await pipeline(
      Readable.fromWeb(body as ReadableStream),
      (chunks) => counted(chunks, mostBytes),
      fs.createWriteStream(file, { flags: 'wx', mode: 0o600 }),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  return { file, [Symbol.asyncDispose]: remove };
}

async function* counted(chunks: AsyncIterable<Uint8Array>, mostBytes: number) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new Problem('too-large', `An import may have ${mostBytes} bytes. Send its parts one by one.`);
    yield chunk;
  }
}
