import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IncidentRecord } from '@debrief/core';
import { recordFromLine, recordLine } from './record-line.ts';

/** Records of documents that were read before, by a hash of name and content. */
export interface RecordCache {
  readonly get: (key: string) => IncidentRecord | null;
  /** @param json the record as JSON */
  readonly put: (key: string, json: string) => void;
  /** Writes what is new. A cache that cannot be written is none. */
  readonly save: () => void;
}

const FORMAT = 'debrief records 1';

/** Beyond this, records of documents that were not asked for this time are forgotten. */
const MOST_KEPT = 50_000;

/**
 * The cache for one state of settings and program, in one file that only its owner may read. A file that is broken, of
 * another format or of another user is left alone and written anew.
 *
 * @param state what records depend on besides the document and the time; its hash names the file
 * @param now milliseconds since 1970-01-01T00:00Z; what is not over has lasted until then
 */
export function openRecordCache(folder: string, state: string, now: number): RecordCache {
  const name = createHash('sha256').update(`${FORMAT}\n${programState()}\n${state}`).digest('hex').slice(0, 32);
  const file = path.join(folder, `records-${name}.txt`);
  const known = load(file);
  const used = new Set<string>();
  const added = new Set<string>();
  let fresh: LineWriter | null = null;
  return {
    get: (key) => {
      const line = known.get(key);
      const record = line === undefined ? null : recordFromLine(line(), now);
      if (record !== null) used.add(key);
      return record;
    },
    put: (key, json) => {
      fresh ??= startLines(file);
      if (!added.has(key)) fresh.write(key, recordLine(json, now));
      added.add(key);
    },
    save: () => {
      if (fresh === null) return;
      const isTooMuch = known.size + added.size > MOST_KEPT;
      for (const [key, line] of known) if (!added.has(key) && (!isTooMuch || used.has(key))) fresh.write(key, line());
      fresh.end();
    },
  };
}

/** Lines are taken out of the file only when they are asked for. */
type Line = () => string;

/** The first line names the format; each further one is a key, a tab, and what is kept under it. */
function load(file: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  try {
    const { uid } = fs.statSync(file);
    if (process.getuid !== undefined && uid !== process.getuid()) return lines;
    const content = fs.readFileSync(file);
    let from = content.indexOf(LINE_END) + 1;
    if (content.toString('utf8', 0, Math.max(0, from - 1)) !== FORMAT) return lines;
    for (let to = content.indexOf(LINE_END, from); to >= 0; to = content.indexOf(LINE_END, from)) {
      const [start, end] = [content.indexOf(TAB, from) + 1, to];
      if (start > from && start < end)
        lines.set(content.toString('latin1', from, start - 1), () => content.toString('utf8', start, end));
      from = to + 1;
    }
  } catch {
    // Without a cache it only takes longer.
  }
  return lines;
}

const LINE_END = 10;
const TAB = 9;

interface LineWriter {
  readonly write: (key: string, line: string) => void;
  /** What was written takes the place of the file, as a whole. */
  readonly end: () => void;
}

const PIECE = 500_000;

/** Lines go to a file beside as they come, since all of them together would take more memory than the records. */
function startLines(file: string): LineWriter {
  const beside = `${file}.${randomUUID()}.new`;
  let descriptor: number | null = null;
  let piece = `${FORMAT}\n`;
  let isFailed = false;
  const attempt = (step: () => void): void => {
    if (isFailed) return;
    try {
      step();
    } catch {
      // Without a cache the next run only takes longer.
      isFailed = true;
    }
  };
  const flush = (): void => {
    if (descriptor !== null) fs.writeFileSync(descriptor, piece);
    piece = '';
  };
  attempt(() => {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    descriptor = fs.openSync(beside, 'wx', 0o600);
  });
  return {
    write: (key, line) =>
      attempt(() => {
        piece += `${key}\t${line}\n`;
        if (piece.length >= PIECE) flush();
      }),
    end: () => {
      attempt(flush);
      if (descriptor !== null) fs.closeSync(descriptor);
      attempt(() => {
        fs.renameSync(beside, file);
        forgetOthers(path.dirname(file));
      });
      attemptQuietly(() => fs.rmSync(beside, { force: true }));
    },
  };
}

function attemptQuietly(step: () => void): void {
  try {
    step();
  } catch {
    // It is only in the way, and the next run takes it away.
  }
}

const MOST_FILES = 8;

const A_DAY = 86_400_000;

/** Files of settings and programs that are gone would pile up, as would those of a run that was stopped: the oldest go. */
function forgetOthers(folder: string): void {
  for (const name of fs
    .readdirSync(folder)
    .filter((each) => /^records-[0-9a-f]{32}\.txt\.[0-9a-f-]{36}\.new$/.test(each)))
    if (Date.now() - fs.statSync(path.join(folder, name)).mtimeMs > A_DAY)
      fs.rmSync(path.join(folder, name), { force: true });
  const files = fs
    .readdirSync(folder)
    .filter((name) => /^records-[0-9a-f]{32}\.txt$/.test(name))
    .map((name) => ({ name, at: fs.statSync(path.join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
  for (const { name } of files.slice(MOST_FILES)) fs.rmSync(path.join(folder, name), { force: true });
}

/** Name, size and time of every file of core: another program may read the same text otherwise. */
function programState(): string {
  const core = path.dirname(fileURLToPath(import.meta.resolve('@debrief/core')));
  const folders = [core, path.join(core, '..', 'templates'), import.meta.dirname].filter((each) => fs.existsSync(each));
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[jt]s|md)$/.test(entry.name))
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
