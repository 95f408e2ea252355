import path from 'node:path/posix';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { Problem } from '../problem.ts';
import type { ImportFile, ImportLine } from './import-source.ts';
import { mediaTypeOf } from './media-type.ts';

/**
 * Keeps a file once, by the hash of its bytes, and attaches it to documents under the path by which they link to it.
 *
 * @throws Problem where no document goes with it, or another file has its place
 */
export async function attachFile(
  { store, actor, now }: Pick<Context, 'store' | 'actor' | 'now'>,
  file: ImportFile,
  targets: readonly { readonly id: string; readonly document: string }[],
): Promise<ImportLine> {
  const [first] = targets;
  if (first === undefined)
    throw new Problem('invalid-request', 'No document of this import goes with it. Import it with its document.');
  const bytes = await file.read();
  const hash = sha256(bytes);
  const at = now().toISOString();
  const rows = targets.map(({ id, document }) => ({
    postmortem: id,
    path: path.relative(path.dirname(document), file.path),
    hash,
  }));
  const isNew = await store.write(async (transaction) => {
    await transaction
      .insertInto('files')
      .values({ hash, mediaType: mediaTypeOf(bytes), bytes })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    let added = 0;
    for (const row of rows) {
      const { postmortem } = row;
      const known = await transaction
        .selectFrom('attachments')
        .select('hash')
        .where('postmortem', '=', postmortem)
        .where('path', '=', row.path)
        .executeTakeFirst();
      if (known?.hash === hash) continue;
      if (known !== undefined)
        throw new Problem('conflict', `Another file is attached to ${postmortem} by this path. Give it another name.`);
      added += 1;
      await transaction.insertInto('attachments').values(row).execute();
      const detail = { hash, bytes: bytes.length };
      await appendAudit(transaction, { at, actor: actor.id, action: 'attachment.add', subject: postmortem, detail });
    }
    return added > 0;
  });
  return { path: file.path, outcome: isNew ? 'attached' : 'same', id: first.id, reason: null };
}
