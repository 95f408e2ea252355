import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncidentIdHints, Language } from '@debrief/core/read';
import type { Baseline } from './baseline.ts';
import { checkDocument, type CheckInput, type DocumentCheck } from './check-document.ts';
import type { CheckOptions } from './check-options.ts';
import { checkReport } from './check-report.ts';
import { totalsLine } from './check-totals.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import { hintReader, knownIncidents } from './known-incidents.ts';
import { piecewise } from './output-to.ts';
import type { Terminal } from './terminal.ts';
import { watchFolders } from './watch-folders.ts';
import { workspaceFiles } from './workspace-files.ts';

interface Watching {
  readonly options: CheckOptions;
  readonly files: readonly FoundFile[];
  readonly input: Omit<CheckInput, 'workspace'>;
  /** In which `debrief.yaml` stands, null where there is none. */
  readonly folder: string | null;
  readonly baseline: Baseline | null;
  readonly terminal: Terminal;
}

/** Checks each document again when it is saved, and those that appear, until the process is stopped. */
export async function watchDocuments({ options, files, input, folder, baseline, terminal }: Watching): Promise<never> {
  const { stderr, stdout } = terminal;
  const cwd = terminal.cwd();
  const known = new Map(files.map((file) => [file.file, signatureOf(file.file)]));
  const hintsOf = rememberedHints(input.languages);
  const check = async (file: FoundFile): Promise<void> => {
    const among = workspaceFiles(findFiles(options.paths, cwd), folder, cwd);
    const workspace = among === null ? null : knownIncidents(among, hintsOf);
    const answer = checkDocument(file, { ...input, workspace });
    if ('problem' in answer) {
      stderr.write(`debrief: ${file.name}: ${answer.problem}\n`);
      return;
    }
    const output = piecewise(stdout);
    const report = checkReport(options.look, baseline, output.write);
    await report.document(JSON.parse(answer.json) as DocumentCheck, file);
    const totals = await report.end(0);
    await output.flush();
    // What was fixed was written by us, and is no change.
    if (input.fix) known.set(file.file, signatureOf(file.file));
    stderr.write(`${file.name}: ${totalsLine(totals)}`);
  };
  const checkChanged = async (among: Iterable<FoundFile>): Promise<void> => {
    for (const file of among) {
      // Some editors empty a file before they write it; what is saved otherwise need not wait.
      if (sizeOf(file.file) === 0) await new Promise((resolve) => setTimeout(resolve, EMPTIED_MILLISECONDS));
      const signature = signatureOf(file.file);
      if (signature === null || signature === known.get(file.file)) continue;
      known.set(file.file, signature);
      await check(file);
    }
  };
  const names = new Map(files.map((file) => [file.file, file]));
  const watch = watchFolders();
  watch.follow(foldersOf(options.paths, cwd));
  if (!options.quiet) stderr.write('Watching; press Ctrl-C to stop.\n');
  void warmUp(files, { ...input, workspace: null });
  for await (const changed of watch.changes()) {
    const single = changed.flatMap((each) => names.get(each) ?? []);
    if (changed.length === 0 || single.length < changed.length) {
      watch.follow(foldersOf(options.paths, cwd));
      for (const file of findFiles(options.paths, cwd).files) names.set(file.file, file);
      await checkChanged(names.values());
    } else await checkChanged(single);
  }
  throw new Error('Watching ended, which it never should.');
}

const WARM_UP_MILLISECONDS = 400;
const LARGEST_TO_WARM_UP = 50_000;
const MOST_TO_WARM_UP = 100;

/** Checks documents for nobody while nothing is saved yet, so that the first save meets code that was compiled well. */
async function warmUp(files: readonly FoundFile[], input: CheckInput): Promise<void> {
  const small = files.slice(0, MOST_TO_WARM_UP).filter(({ file }) => sizeOf(file) < LARGEST_TO_WARM_UP);
  const start = performance.now();
  for (let at = 0; small.length > 0 && performance.now() - start < WARM_UP_MILLISECONDS; at += 1) {
    const file = small[at % small.length];
    if (file !== undefined) checkDocument(file, { ...input, fix: false });
    await nextTurn();
  }
}

/** The ids that a file names, looked up again once it was written. */
function rememberedHints(languages: readonly Language[]): (file: FoundFile) => IncidentIdHints {
  const read = hintReader(languages);
  const seen = new Map<string, { readonly signature: string | null; readonly hints: IncidentIdHints }>();
  return (file) => {
    const signature = signatureOf(file.file);
    const before = seen.get(file.file);
    if (before?.signature === signature) return before.hints;
    const hints = read(file);
    seen.set(file.file, { signature, hints });
    return hints;
  };
}

const EMPTIED_MILLISECONDS = 40;

/** The size in bytes; a file that is gone is taken for none that has to be waited for. */
function sizeOf(file: string): number {
  try {
    return fs.statSync(file).size;
  } catch {
    return Infinity;
  }
}

/** What is different once a file was written; null where it is gone. */
function signatureOf(file: string): string | null {
  try {
    const { mtimeMs, size, ino } = fs.statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return null;
  }
}

/** The folders in which documents may stand or appear. A file is watched by its folder, since editors replace files. */
function foldersOf(paths: readonly string[], cwd: string): readonly string[] {
  const folders = paths.flatMap((given) => {
    const target = path.resolve(cwd, given);
    const stat = fs.statSync(target, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) return [target, ...foldersBelow(target)];
    if (stat !== undefined) return [path.dirname(target)];
    // A pattern is watched from the folder before its first part that is one.
    const [plain = ''] = given.split(/[*?[{]/, 1);
    const above = path.resolve(cwd, plain.includes('/') ? path.dirname(`${plain}x`) : '.');
    return fs.existsSync(above) ? [above, ...foldersBelow(above)] : [];
  });
  return [...new Set(folders)];
}

const SKIPPED = /(?:^|[/\\])(?:node_modules|\.[^/\\]*)(?:[/\\]|$)/;

function foldersBelow(folder: string): readonly string[] {
  return fs
    .globSync('**/', { cwd: folder, exclude: (name) => SKIPPED.test(name) })
    .filter((name) => name !== '.' && !SKIPPED.test(name))
    .map((name) => path.join(folder, name));
}
