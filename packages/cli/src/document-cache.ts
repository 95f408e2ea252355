import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What was worked out from documents before, one line for each, by a hash of name and content. */
export interface DocumentCache {
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => string | null;
  /** @param line without line ends */
  readonly put: (key: string, line: string) => void;
  /** Writes what is new. A cache that cannot be written is none. */
  readonly save: () => void;
}

/** Which cache: its name begins the names of its files. */
export interface CacheKind {
  readonly name: string;
  /** A number that grows when lines take another shape. */
  readonly version: number;
  /** How many files stay for other settings and programs. */
  readonly mostFiles: number;
}

/** Beyond this, lines of documents that were not asked for this time are forgotten. */
const MOST_KEPT = 50_000;

/**
 * The cache for one state of settings and program, in one file that only its owner may read. A file that is broken, of
 * another format or of another user is left alone and written anew.
 *
 * @param state what lines depend on besides the document; its hash names the file
 */
export function openDocumentCache(folder: string, kind: CacheKind, state: string): DocumentCache {
  const format = `debrief ${kind.name} ${kind.version}`;
  const name = createHash('sha256').update(`${format}\n${programState()}\n${state}`).digest('hex').slice(0, 32);
  const file = path.join(folder, `${kind.name}-${name}.txt`);
  const known = load(file, format);
  const used = new Set<string>();
  const added = new Set<string>();
  let fresh: LineWriter | null = null;
  return {
    has: (key) => known.has(key),
    get: (key) => {
      used.add(key);
      return known.get(key)?.() ?? null;
    },
    put: (key, line) => {
      fresh ??= startLines(file, format, kind);
      if (!added.has(key)) fresh.write(key, line);
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
function load(file: string, format: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  try {
    const { uid } = fs.statSync(file);
    if (process.getuid !== undefined && uid !== process.getuid()) return lines;
    const content = fs.readFileSync(file);
    let from = content.indexOf(LINE_END) + 1;
    if (content.toString('utf8', 0, Math.max(0, from - 1)) !== format) return lines;
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

/** Lines go to a file beside as they come, since all of them together would take more memory than the work. */
function startLines(file: string, format: string, kind: CacheKind): LineWriter {
  const beside = `${file}.${randomUUID()}.new`;
  let descriptor: number | null = null;
  let piece = `${format}\n`;
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
        forgetOthers(path.dirname(file), kind);
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

const A_DAY = 86_400_000;

/** Files of settings and programs that are gone would pile up, as would those of a run that was stopped: the oldest go. */
function forgetOthers(folder: string, { name: kind, mostFiles }: CacheKind): void {
  const own = fs.readdirSync(folder).filter((name) => name.startsWith(`${kind}-`));
  for (const name of own.filter((each) => /-[0-9a-f]{32}\.txt\.[0-9a-f-]{36}\.new$/.test(each)))
    if (Date.now() - fs.statSync(path.join(folder, name)).mtimeMs > A_DAY)
      fs.rmSync(path.join(folder, name), { force: true });
  const files = own
    .filter((name) => /-[0-9a-f]{32}\.txt$/.test(name))
    .map((name) => ({ name, at: fs.statSync(path.join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
  for (const { name } of files.slice(mostFiles)) fs.rmSync(path.join(folder, name), { force: true });
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
