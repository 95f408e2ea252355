import type { CheckInput, CheckJson, DocumentCheck } from './check-document.ts';
import { findingLevels } from './check-format.ts';
import { type CacheKind, type DocumentCache, openDocumentCache } from './document-cache.ts';
import { keysOfFiles } from './document-key.ts';
import type { FoundFile, Problem } from './find-files.ts';
import { gatherIncidents } from './gather-incidents.ts';
import type { Refused } from './over-documents.ts';
import { holds, isWorkspaceAnswers } from './workspace-look.ts';

/** Rules hold more words than reading; in a smaller heap a worker does little but clear it. */
const HEAP = 64;

export interface CheckSink {
  readonly receive: (check: DocumentCheck, file: FoundFile) => Promise<void> | void;
  readonly progress: (done: number) => void;
  readonly complain: (problem: Problem) => void;
}

export interface ChecksFrom {
  /** The folder of the cache, null for none. */
  readonly folder: string | null;
  /** The documents among which references are looked up, null where nobody can tell. */
  readonly workspaceFiles: readonly FoundFile[] | null;
}

const CHECKS: CacheKind = { name: 'checks', version: 1, mostFiles: 3 };

/**
 * Checks some documents, on all cores where that pays, and hands the checks on in the order of the documents; what did not
 * change since it was last checked comes from the cache.
 *
 * @returns how many documents could not be read
 */
export async function checksOfDocuments(
  files: readonly FoundFile[],
  asked: Omit<CheckInput, 'workspace'>,
  { folder, workspaceFiles }: ChecksFrom,
  sink: CheckSink,
): Promise<number> {
  const cache = folder === null ? null : openDocumentCache(folder, CHECKS, stateOf(asked, workspaceFiles !== null));
  const gathering = workspaceFiles === null ? null : gatherIncidents(asked.languages, cache);
  const keys = cache === null ? new Map<FoundFile, string>() : keysOfFiles(files, ({ name }) => name, gathering?.see);
  const input: CheckInput = { ...asked, workspace: gathering?.among(workspaceFiles ?? []) ?? null };
  const isKnown = (file: FoundFile): boolean => cache?.has(keys.get(file) ?? '') ?? false;
  const unread = files.filter((file) => !isKnown(file));
  let problems = 0;
  let next = 0;
  const told = new Set<FoundFile>();
  const checkAnew = async (file: FoundFile): Promise<DocumentCheck | Refused> => {
    const answer = (await documentCheck())(file, input);
    const key = keys.get(file);
    if (key !== undefined && 'json' in answer) cache?.put(key, answer.json);
    return 'problem' in answer ? answer : (JSON.parse(answer.json) as DocumentCheck);
  };
  /** Hands on what the cache knows of the documents before one. */
  const catchUp = async (before: FoundFile | null): Promise<void> => {
    for (let file = files[next]; file !== undefined && file !== before; file = files[next]) {
      next += 1;
      if (told.has(file) || !isKnown(file)) continue;
      const check = stillHolding(fromCache(cache, keys.get(file)), file, input) ?? (await checkAnew(file));
      if ('problem' in check) {
        problems += 1;
        sink.complain({ name: file.name, message: check.problem });
      } else await sink.receive(check, file);
    }
  };
  if (unread.length > 0) {
    const { overDocuments } = await import('./over-documents.ts');
    const answer = await documentCheck();
    const job = { worker: import.meta.resolve('./check-worker.ts'), input, answer, heap: HEAP };
    problems += await overDocuments<CheckInput, CheckJson>(unread, job, {
      receive: async ({ json }, file) => {
        await catchUp(file);
        told.add(file);
        const key = keys.get(file);
        if (key !== undefined) cache?.put(key, json);
        await sink.receive(JSON.parse(json) as DocumentCheck, file);
      },
      progress: (done) => sink.progress(files.length - unread.length + done),
      complain: sink.complain,
    });
  }
  await catchUp(null);
  cache?.save();
  return problems;
}

/** Loaded once something has to be read: the rules take longer to load than all else that a run without changes does. */
async function documentCheck() {
  return (await import('./check-document.ts')).checkDocument;
}

function stillHolding(check: DocumentCheck | null, file: FoundFile, { workspace }: CheckInput): DocumentCheck | null {
  return check !== null && holds(check.workspace, workspace, file) ? check : null;
}

function fromCache(cache: DocumentCache | null, key: string | undefined): DocumentCheck | null {
  const line = key === undefined ? null : (cache?.get(key) ?? null);
  if (line === null) return null;
  try {
    const value: unknown = JSON.parse(line);
    return isCheck(value) ? value : null;
  } catch {
    return null;
  }
}

function isCheck(value: unknown): value is DocumentCheck {
  if (typeof value !== 'object' || value === null) return false;
  const { findings, fixed, workspace } = value as Readonly<Record<string, unknown>>;
  return (
    Array.isArray(fixed) &&
    isWorkspaceAnswers(workspace) &&
    Array.isArray(findings) &&
    (findings as readonly Readonly<Record<string, unknown>>[]).every(
      (each) => typeof each['output'] === 'string' && findingLevels.some((level) => level === each['level']),
    )
  );
}

const A_DAY = 86_400_000;

/** Everything that a check depends on besides its document. What is overdue changes with the day, so the day counts. */
function stateOf({ house, ...rest }: Omit<CheckInput, 'workspace'>, isWorkspace: boolean): string {
  const { now, ...measuring } = house.measuring;
  const day = Math.floor(now / A_DAY);
  return JSON.stringify([day, isWorkspace, measuring, { ...house, measuring: null }, rest], (_key, value: unknown) =>
    value instanceof RegExp
      ? String(value)
      : value instanceof Map || value instanceof Set
        ? [...(value as Iterable<unknown>)]
        : value,
  );
}
