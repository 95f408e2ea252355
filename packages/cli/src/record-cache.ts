import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IncidentRecord } from '@debrief/core';

/** Records of documents that were read before, by a hash of name and content. */
export interface RecordCache {
  readonly get: (key: string) => IncidentRecord | undefined;
  readonly put: (key: string, record: IncidentRecord) => void;
  /** Writes what is new. A cache that cannot be written is none. */
  readonly save: () => void;
}

const FORMAT = 'debrief-records-1';

/** Beyond this, records of documents that were not asked for this time are forgotten. */
const MOST_KEPT = 50_000;

/**
 * The cache for one state of settings and program, in one file that only its owner may read. A file that is broken, of
 * another format or of another user is left alone and written anew.
 *
 * @param state what records depend on besides the document; its hash names the file
 */
export function openRecordCache(folder: string, state: string): RecordCache {
  const name = createHash('sha256').update(`${FORMAT}\n${programState()}\n${state}`).digest('hex').slice(0, 32);
  const file = path.join(folder, `records-${name}.json`);
  const known = load(file);
  const used = new Map<string, IncidentRecord>();
  let isNew = false;
  return {
    get: (key) => {
      const record = known.get(key);
      if (record !== undefined) used.set(key, record);
      return record;
    },
    put: (key, record) => {
      used.set(key, record);
      isNew = true;
    },
    save: () => {
      if (isNew) save(file, known.size + used.size > MOST_KEPT ? used : new Map([...known, ...used]));
    },
  };
}

/** The key of a document. */
export function recordKey(name: string, content: Uint8Array): string {
  return createHash('sha256')
    .update(`${path.basename(name)}\n`)
    .update(content)
    .digest('base64url')
    .slice(0, 27);
}

function load(file: string): ReadonlyMap<string, IncidentRecord> {
  try {
    const { uid } = fs.statSync(file);
    if (process.getuid !== undefined && uid !== process.getuid()) return new Map();
    const content = JSON.parse(fs.readFileSync(file, 'utf8')) as { format?: unknown; records?: unknown };
    if (content.format !== FORMAT || typeof content.records !== 'object' || content.records === null) return new Map();
    const entries = Object.entries(content.records as Readonly<Record<string, unknown>>);
    return new Map(entries.filter((entry): entry is [string, IncidentRecord] => isRecord(entry[1])));
  } catch {
    return new Map();
  }
}

const LISTS = ['services', 'teams', 'factors', 'anchors', 'numbers', 'impacts', 'actions', 'links'] as const;
const COUNTING: ReadonlySet<unknown> = new Set(['counted', 'dismissed', 'merged', 'empty']);

/** Whether a value has the shape of a record, as far as figures rely on it. */
function isRecord(value: unknown): value is IncidentRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  const start = record['start'] as { readonly at?: unknown; readonly day?: unknown } | null;
  return (
    typeof record['file'] === 'string' &&
    COUNTING.has(record['counting']) &&
    LISTS.every((key) => Array.isArray(record[key])) &&
    (start === null || (typeof start === 'object' && Number.isFinite(start.at) && typeof start.day === 'string'))
  );
}

function save(file: string, records: ReadonlyMap<string, IncidentRecord>): void {
  const beside = `${file}.${randomUUID()}.new`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const content = JSON.stringify({ format: FORMAT, records: Object.fromEntries(records) });
    fs.writeFileSync(beside, content, { mode: 0o600, flag: 'wx' });
    fs.renameSync(beside, file);
    forgetOthers(file);
  } catch {
    // Without a cache it only takes longer.
  } finally {
    fs.rmSync(beside, { force: true });
  }
}

const MOST_FILES = 8;

/** Files of settings and programs that are gone would pile up: the least recent ones go. */
function forgetOthers(file: string): void {
  const folder = path.dirname(file);
  const others = fs
    .readdirSync(folder)
    .filter((name) => /^records-[0-9a-f]{32}\.json$/.test(name))
    .map((name) => ({ name, at: fs.statSync(path.join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
  for (const { name } of others.slice(MOST_FILES)) fs.rmSync(path.join(folder, name), { force: true });
}

/** Name, size and time of every file of core: another program may read the same text otherwise. */
function programState(): string {
  const folders = [path.dirname(fileURLToPath(import.meta.resolve('@debrief/core'))), import.meta.dirname];
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return files
    .toSorted()
    .map((file) => {
      const { size, mtimeMs } = fs.statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    })
    .join('\n');
}
