import fs from 'node:fs';
import path from 'node:path';
import type { PrintedFinding } from './check-format.ts';
import { reasonOf } from './find-files.ts';
import { type Counts, renamedDocuments } from './renamed-documents.ts';
import { writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

/** Findings that are known and fail nothing: by file, then by rule and fingerprint, how many of them. */
type KnownFindings = Readonly<Record<string, Counts>>;

/** The baseline of an archive: what it knows, and what it is to know from now on. */
export interface Baseline {
  /**
   * Findings of a document that are not known. Of several alike, the last ones are the new ones. A document whose name is
   * not known may be one that was renamed.
   */
  readonly unknown: (file: string, findings: readonly PrintedFinding[]) => readonly PrintedFinding[];
  /** Remembers the findings of a document instead of what was known of it. */
  readonly remember: (file: string, findings: readonly PrintedFinding[]) => void;
  /** Writes what was remembered beside what is known of other documents that are still there. */
  readonly save: () => void;
}

const FORMAT = 'debrief baseline 1';

/**
 * The baseline in a file. Documents are named from the folder of that file, so that it can be moved with them and checked
 * from anywhere.
 *
 * @param isUpdate a file that is written anew need not be there yet
 * @throws WrongUse where it cannot be read
 */
export function openBaseline(file: string, { isUpdate }: { readonly isUpdate: boolean }): Baseline {
  const folder = path.dirname(file);
  const known = load(file, isUpdate);
  const fresh = new Map<string, Counts>();
  const nameOf = (document: string): string =>
    document === '-' ? '-' : path.relative(folder, document).split(path.sep).join('/');
  const isGone = (name: string): boolean => name !== '-' && !fs.existsSync(path.resolve(folder, name));
  let renamed: ReturnType<typeof renamedDocuments> | null = null;
  const knownOf = (name: string, findings: readonly PrintedFinding[]): Counts => {
    const own = known.get(name);
    if (own !== undefined || findings.length === 0 || name === '-') return own ?? {};
    renamed ??= renamedDocuments(new Map([...known].filter(([each]) => isGone(each))));
    return renamed(name, Object.fromEntries(countsOf(findings)));
  };
  return {
    unknown: (document, findings) => {
      const left = new Map(Object.entries(knownOf(nameOf(document), findings)));
      return findings.filter((finding) => {
        const count = left.get(keyOf(finding)) ?? 0;
        left.set(keyOf(finding), count - 1);
        return count <= 0;
      });
    },
    remember: (document, findings) => {
      fresh.set(nameOf(document), inOrder(countsOf(findings)));
    },
    save: () => {
      const others = [...known].filter(([name]) => !fresh.has(name) && fs.existsSync(path.resolve(folder, name)));
      const all = [...others, ...fresh].filter(([, counts]) => Object.keys(counts).length > 0);
      const findings: KnownFindings = inOrder(new Map(all));
      const written = writeWhole(file, `${JSON.stringify({ format: FORMAT, findings }, null, 2)}\n`, { replace: true });
      if (written.state === 'refused') throw new WrongUse(`${file} could not be written: ${written.message}.`);
    },
  };
}

function countsOf(findings: readonly PrintedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

function keyOf({ rule, fingerprint }: PrintedFinding): string {
  return `${rule} ${fingerprint}`;
}

/** Sorted, so that a new version of the file differs only where findings do. */
function inOrder<Value>(entries: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function load(file: string, isUpdate: boolean): ReadonlyMap<string, Counts> {
  let text = '';
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (isUpdate && (error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    const next = isUpdate ? '' : ' --update-baseline writes one.';
    throw new WrongUse(`the baseline ${file} cannot be read: ${reasonOf(error)}.${next}`);
  }
  const findings = findingsIn(text);
  if (findings === null)
    throw new WrongUse(
      `${file} is no baseline of debrief check; move it away, and --update-baseline writes a new one.`,
    );
  return new Map(Object.entries(findings));
}

function findingsIn(text: string): KnownFindings | null {
  try {
    const value = JSON.parse(text) as { readonly format?: unknown; readonly findings?: unknown } | null;
    if (value?.format !== FORMAT || typeof value.findings !== 'object' || value.findings === null) return null;
    const isCounted = Object.values(value.findings).every(
      (counts: unknown) =>
        typeof counts === 'object' &&
        counts !== null &&
        Object.values(counts).every((count) => Number.isInteger(count)),
    );
    return isCounted ? (value.findings as KnownFindings) : null;
  } catch {
    return null;
  }
}
