import type { Transaction } from 'kysely';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { preparePostmortem } from '../postmortem/create-postmortem.ts';
import { Problem } from '../problem.ts';
import type { Tables } from '../store/tables.ts';
import type { ImportFile, ImportLine } from './import-source.ts';
import { linkedPaths } from './linked-paths.ts';
import { utf8Text } from './utf8-text.ts';

export interface DocumentOptions {
  readonly acceptSecrets: boolean;
  /** Post-mortems that a file of this import stands for already; grows. */
  readonly claimed: Set<string>;
  /** Of all documents of this import. */
  readonly paths: ReadonlySet<string>;
}

export interface ImportedDocument extends ImportLine {
  /** Paths that it links to. */
  readonly linked: readonly string[];
}

/**
 * Keeps a file as a post-mortem, unless one has that text, or had it in an earlier revision.
 *
 * @throws Problem where the file is no text, or the door does not take it
 */
export async function importDocument(
  context: Context,
  file: ImportFile,
  { acceptSecrets, claimed, paths }: DocumentOptions,
): Promise<ImportedDocument> {
  const { path } = file;
  const read = utf8Text(await file.read());
  if ('offset' in read)
    throw new Problem('invalid-request', `It is not UTF-8: look at byte ${read.offset}. Save it as UTF-8.`);
  const { text } = read;
  const linked = [...linkedPaths(text, path)];
  const textHash = sha256(text);
  const known = await sameAs(context.store.read, { textHash, path, claimed, paths });
  if (known !== null) return { path, outcome: 'same', id: known, reason: null, linked };
  const prepared = await preparePostmortem(context, { text, fileName: path, reason: 'Imported', acceptSecrets });
  const id = await context.store.write(async (transaction) => {
    // Somebody else may have imported it a moment ago.
    const meanwhile = await sameAs(transaction, { textHash, path, claimed, paths });
    if (meanwhile !== null) return meanwhile;
    await prepared.keep(transaction);
    claimed.add(prepared.id);
    return prepared.id;
  });
  return { path, outcome: id === prepared.id ? 'created' : 'same', id, reason: null, linked };
}

/**
 * Claims the post-mortem of that text: the one of that path, else one whose own path this import does not hold. Two files
 * of the same words are two post-mortems, here as there.
 */
async function sameAs(
  database: Context['store']['read'] | Transaction<Tables>,
  wanted: { readonly textHash: string; readonly path: string } & Pick<DocumentOptions, 'claimed' | 'paths'>,
): Promise<string | null> {
  const { textHash, path, claimed, paths } = wanted;
  const rows = await database
    .selectFrom('revisions')
    .innerJoin('postmortems', 'postmortems.id', 'revisions.postmortem')
    .select(['postmortems.id', 'postmortems.fileName'])
    .where('revisions.textHash', '=', textHash)
    .orderBy('postmortems.createdAt')
    .orderBy('postmortems.id')
    .execute();
  const free = rows.filter(({ id }) => !claimed.has(id));
  const found = free.find(({ fileName }) => fileName === path) ?? free.find(({ fileName }) => !paths.has(fileName));
  if (found === undefined) return null;
  claimed.add(found.id);
  return found.id;
}
