import path from 'node:path/posix';
import type { Store } from '../store/store.ts';
import { exportPath } from './export-path.ts';
import { foldedPath } from './path-fault.ts';
import { SETTINGS_FILE } from './take-settings.ts';

/** A file of an export, whose bytes are fetched when it is its turn. */
export interface ExportFile {
  readonly path: string;
  readonly bytes: () => Promise<Uint8Array>;
}

interface Attached {
  readonly path: string;
  readonly hash: string;
}

/**
 * All that readers see, as files: each document under its name with the files that it links to, and the settings. A name
 * that is taken is put into a folder of its own, so that links still lead to their files.
 *
 * @returns in the order of the paths; the same content gives the same files, whatever it is kept in
 */
export async function planExport({ read }: Store): Promise<readonly ExportFile[]> {
  const documents = await read
    .selectFrom('postmortems')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.postmortem', '=', 'postmortems.id')
        .on(({ eb, fn }) => eb('revisions.number', '=', fn.coalesce('postmortems.published', 'postmortems.head'))),
    )
    .innerJoin('texts', 'texts.hash', 'revisions.textHash')
    .select(['postmortems.id', 'postmortems.fileName', 'revisions.textHash'])
    .where('texts.purgedAt', 'is', null)
    .orderBy('postmortems.createdAt')
    .orderBy('postmortems.id')
    .execute();
  const attachments = await attachmentsByDocument(read);
  const taken = new Map<string, string>([[SETTINGS_FILE, 'settings']]);
  const files: ExportFile[] = [];
  for (const { id, fileName, textHash } of documents) {
    const own = attachments.get(id) ?? [];
    for (const each of placed(exportPath(fileName), textHash, own, taken)) {
      const key = foldedPath(each.path);
      if (taken.has(key)) continue;
      taken.set(key, each.key);
      for (let folder = path.dirname(key); folder !== '.'; folder = path.dirname(folder)) taken.set(`${folder}/`, '');
      const bytes = each.isText ? () => textOf(read, each.hash) : () => fileOf(read, each.hash);
      files.push({ path: each.path, bytes });
    }
  }
  const settings = await read
    .selectFrom('settings')
    .select('text')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (settings !== undefined) files.push({ path: SETTINGS_FILE, bytes: async () => Buffer.from(settings.text) });
  return files.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

interface Placed {
  readonly path: string;
  readonly hash: string;
  readonly isText: boolean;
  /** Two files of the same key may be one. A document is never one with another. */
  readonly key: string;
}

/** The first folder in which a document and its files meet nothing else. */
function placed(
  document: string,
  textHash: string,
  attachments: readonly Attached[],
  taken: ReadonlyMap<string, string>,
): readonly Placed[] {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? document : path.join(`also-${number}`, document);
    const files = [
      { path: file, hash: textHash, isText: true, key: '' },
      ...attachments.map(({ path: each, hash }) => ({
        path: exportPath(path.join(path.dirname(file), each), path.extname(each)),
        hash,
        isText: false,
        key: hash,
      })),
    ];
    const isFree = files.every(({ path: each, key }) => {
      const known = taken.get(foldedPath(each));
      return (known === undefined || (key !== '' && known === key)) && !isFolder(each, taken);
    });
    if (isFree) return files;
  }
}

/** A file cannot lie where a folder is, nor within a file. */
function isFolder(file: string, taken: ReadonlyMap<string, string>): boolean {
  const folded = foldedPath(file);
  for (let folder = path.dirname(folded); folder !== '.'; folder = path.dirname(folder))
    if (taken.has(folder)) return true;
  return taken.has(`${folded}/`);
}

async function attachmentsByDocument(read: Store['read']): Promise<ReadonlyMap<string, readonly Attached[]>> {
  const rows = await read.selectFrom('attachments').selectAll().orderBy('postmortem').orderBy('path').execute();
  return Map.groupBy(rows, ({ postmortem }) => postmortem);
}

async function textOf(read: Store['read'], hash: string): Promise<Uint8Array> {
  const { text } = await read.selectFrom('texts').select('text').where('hash', '=', hash).executeTakeFirstOrThrow();
  return Buffer.from(text ?? '');
}

async function fileOf(read: Store['read'], hash: string): Promise<Uint8Array> {
  return (await read.selectFrom('files').select('bytes').where('hash', '=', hash).executeTakeFirstOrThrow()).bytes;
}
