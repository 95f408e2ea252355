import { setImmediate } from 'node:timers/promises';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { exchangePolicy } from '../policies/exchange.ts';
import { Problem } from '../problem.ts';
import { attachFile } from './attach-file.ts';
import { importDocument } from './import-document.ts';
import { type ImportFile, type ImportLine, type ImportSource, refusal } from './import-source.ts';
import { nearestDocument } from './nearest-document.ts';
import { SETTINGS_FILE, takeSettings } from './take-settings.ts';

/** Documents that share a durable commit, and that are in memory at the same time. */
const BATCH = 32;

export interface ImportReport {
  /** One line a file, in the order of their paths. */
  readonly files: readonly ImportLine[];
  readonly counts: Readonly<Record<ImportLine['outcome'], number>>;
}

export interface ImportOptions {
  /** Whether what looks like a credential may stay. */
  readonly acceptSecrets?: boolean;
}

/**
 * Takes in Markdown files as post-mortems, with the files that they link to. What is there already is left as it is, so
 * the same folder can be imported again, also after it was interrupted. A file that cannot be taken is refused with the
 * reason, and the others are taken.
 *
 * @throws Problem `not-allowed`; StoreFault where the database does not keep it
 */
export async function importFiles(
  context: Context,
  { files, refused }: Pick<ImportSource, 'files' | 'refused'>,
  { acceptSecrets = false }: ImportOptions = {},
): Promise<ImportReport> {
  authorize(context.actor, exchangePolicy.import);
  const settings = files.filter(({ path }) => path === SETTINGS_FILE);
  const documents = files.filter(({ path }) => isDocument(path));
  const others = files.filter((file) => !settings.includes(file) && !isDocument(file.path));
  const lines = [...refused];
  for (const file of settings) lines.push(await orRefused(file, () => takeSettings(context, file)));

  const links = new Map<string, { readonly id: string; readonly document: string }[]>();
  const ids = new Map<string, string>();
  const options = { acceptSecrets, claimed: new Set<string>(), paths: new Set(documents.map(({ path }) => path)) };
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH);
    const done = await Promise.all(batch.map((file) => orRefused(file, () => importDocument(context, file, options))));
    for (const { linked = [], ...line } of done) {
      lines.push(line);
      if (line.id === null) continue;
      ids.set(line.path, line.id);
      for (const path of linked) links.set(path, [...(links.get(path) ?? []), { id: line.id, document: line.path }]);
    }
    await setImmediate();
  }
  for (const file of others) {
    const targets = links.get(file.path) ?? nearestDocument(file.path, ids);
    lines.push(await orRefused(file, () => attachFile(context, file, targets)));
  }
  return finished(context, lines);
}

function isDocument(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** What is wrong with one file keeps no other one out; what is wrong with the database does. */
async function orRefused<Line extends ImportLine>(
  { path }: ImportFile,
  take: () => Promise<Line>,
): Promise<(Line | ImportLine) & { readonly linked?: readonly string[] }> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof Problem) return refusal(path, error.message);
    throw error;
  }
}

async function finished({ store, actor, now }: Context, lines: readonly ImportLine[]): Promise<ImportReport> {
  const counts = { created: 0, same: 0, attached: 0, settings: 0, refused: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  const at = now().toISOString();
  await store.write((transaction) =>
    appendAudit(transaction, { at, actor: actor.id, action: 'exchange.import', subject: 'workspace', detail: counts }),
  );
  return { files: lines.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))), counts };
}
