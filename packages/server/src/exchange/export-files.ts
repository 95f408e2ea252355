import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { exchangePolicy } from '../policies/exchange.ts';
import { Problem } from '../problem.ts';
import { type HistoryFile, historyFiles, planRevisions } from './export-history.ts';
import { planExport } from './export-plan.ts';

export interface ExportOptions {
  /** With each revision, and with what happened, under `.debrief`. */
  readonly history?: boolean;
}

/** The same bytes for the same content, whenever it is packed. */
const PACKED_AT = new Date('1980-01-01T00:00:00Z');

/**
 * Everything as an archive, one file after the other.
 *
 * @throws Problem `not-allowed`
 */
export async function exportZip(context: Context, options: ExportOptions = {}): Promise<Readable> {
  const files = await exported(context, options);
  const archive = new yazl.ZipFile();
  const output = archive.outputStream as Readable;
  archive.on('error', (error: Error) => output.destroy(error));
  for (const { path: name, stream } of files)
    archive.addReadStreamLazy(name, { mtime: PACKED_AT, forceDosTimestamp: true }, (take) => take(null, stream()));
  archive.end();
  return output;
}

/**
 * Everything as files of a folder, which is made and has to be empty.
 *
 * @returns how many files there are
 * @throws Problem `not-allowed`, `not-in-this-state` where there is something in the folder
 */
export async function exportFolder(context: Context, folder: string, options: ExportOptions = {}): Promise<number> {
  const files = await exported(context, options);
  fs.mkdirSync(folder, { recursive: true });
  if (fs.readdirSync(folder).length > 0)
    throw new Problem('not-in-this-state', `There is something in ${folder} already. Name an empty folder.`);
  for (const { path: name, stream } of files) {
    const file = path.join(folder, ...name.split('/'));
    await fs.promises.mkdir(path.dirname(file), { recursive: true });
    await pipeline(stream(), fs.createWriteStream(file, { flags: 'wx' }));
  }
  return files.length;
}

async function exported(context: Context, { history = false }: ExportOptions): Promise<readonly HistoryFile[]> {
  const { store, actor, now } = context;
  authorize(actor, history ? exchangePolicy.exportHistory : exchangePolicy.export);
  const planned = [...(await planExport(store)), ...(history ? await planRevisions(store) : [])];
  const files = planned.map(({ path: name, bytes }) => ({ path: name, stream: () => Readable.from(once(bytes)) }));
  const detail = { files: planned.length, history };
  const at = now().toISOString();
  await store.write((transaction) =>
    appendAudit(transaction, { at, actor: actor.id, action: 'exchange.export', subject: 'workspace', detail }),
  );
  return history ? [...files, ...historyFiles(store)] : files;
}

/** Fetched when it is read and not before. */
async function* once(bytes: () => Promise<Uint8Array>) {
  yield await bytes();
}
