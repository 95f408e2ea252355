import path from 'node:path';
import { checkHouseOf } from '@debrief/core/policy';
import { type Baseline, openBaseline } from './baseline.ts';
import { cacheFolder } from './cache-folder.ts';
import { changedFiles } from './changed-files.ts';
import type { CheckInput, DocumentCheck } from './check-document.ts';
import { ruleNameProblems } from './rule-name-problems.ts';
import { type CheckOptions, checkOptionsOf } from './check-options.ts';
import { type CheckReport, checkReport } from './check-report.ts';
import { totalsLine } from './check-totals.ts';
import { checksOfDocuments } from './checks-of-documents.ts';
import { findFiles, type FoundFile, type Problem } from './find-files.ts';
import { withOpenSloFiles } from './open-slo-files.ts';
import { piecewise } from './output-to.ts';
import { progressOn } from './progress.ts';
import { findSettings } from './settings-file.ts';
import type { Terminal } from './terminal.ts';
import { workspaceFiles } from './workspace-files.ts';

/** `debrief check PATH…`: what a kind and experienced reviewer would ask about some post-mortems. */
export async function checkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = await checkOptionsOf(args, terminal, Date.now());
  const cwd = terminal.cwd();
  const { stderr } = terminal;
  const found = findFiles(options.paths, cwd);
  const files = options.changed === null ? found.files : changedFiles(found.files, options.changed, cwd);
  const { input, folder, problems: houseProblems } = await inputOf(options, cwd);
  const workspace = workspaceFiles(found, folder, cwd);
  for (const problem of houseProblems) stderr.write(`debrief: ${problem}\n`);
  for (const { name, message } of found.problems) stderr.write(`debrief: ${name}: ${message}\n`);

  const file = options.baseline === null ? null : path.resolve(cwd, options.baseline);
  const baseline = file === null ? null : openBaseline(file, { isUpdate: options.updateBaseline });
  if (options.updateBaseline && baseline !== null)
    return updateBaseline({ baseline, files, workspace, input, options, terminal });

  const output = piecewise(terminal.stdout);
  const report = checkReport(options.look, baseline, output.write);
  await report.begin();
  const unread = found.problems.length + (await run(files, { input, workspace, report, options, terminal }));
  const totals = await report.end(unread);
  await output.flush();
  if (!options.quiet) stderr.write(totalsLine(totals));
  if (options.watch) {
    const { watchDocuments } = await import('./check-watch.ts');
    await watchDocuments({ options, files: found.files, input, folder, baseline, terminal });
  }
  if (unread > 0 || houseProblems.length > 0) return 2;
  return report.fails() ? 1 : 0;
}

async function inputOf(
  { paths, now, stage, look, fix }: CheckOptions,
  cwd: string,
): Promise<{ readonly input: Running['input']; readonly folder: string | null; readonly problems: readonly string[] }> {
  const start = path.resolve(cwd, paths[0] === '-' ? '.' : (paths[0] ?? '.'));
  const found = await withOpenSloFiles(await findSettings(start));
  const house = checkHouseOf(found.settings, { zone: found.file === null ? null : found.settings.zone, now });
  const strange = (await ruleNameProblems(found.settings)).map((problem) => `${found.file}: ${problem}`);
  return {
    input: { languages: found.languages, house, stage, look, fix },
    folder: found.folder,
    problems: [...found.problems, ...strange],
  };
}

interface Running {
  readonly input: Omit<CheckInput, 'workspace'>;
  readonly workspace: readonly FoundFile[] | null;
  readonly report: Pick<CheckReport, 'document'>;
  readonly options: CheckOptions;
  readonly terminal: Terminal;
}

/** Checks the documents, reports each and says what was fixed; answers how many could not be read. */
async function run(
  files: readonly FoundFile[],
  { input, workspace, report, options, terminal }: Running,
): Promise<number> {
  const { stderr, env } = terminal;
  const progress = options.quiet ? null : progressOn(stderr, files.length);
  const say = (line: string): void => {
    progress?.clear();
    stderr.write(`debrief: ${line}\n`);
  };
  const cache = options.useCache && !options.fix ? cacheFolder(env) : null;
  const unread = await checksOfDocuments(
    files,
    input,
    { folder: cache, workspaceFiles: workspace },
    {
      receive: async (check, file) => {
        if (check.fixed.length > 0) say(fixedLine(file.name, check));
        await report.document(check, file);
      },
      progress: (done) => progress?.step(done),
      complain: ({ name, message }: Problem) => say(`${name}: ${message}`),
    },
  );
  progress?.end();
  return unread;
}

function fixedLine(name: string, { fixed }: DocumentCheck): string {
  const counts = [...new Set(fixed)].map((rule) => {
    const count = fixed.filter((each) => each === rule).length;
    return count === 1 ? rule : `${rule} (${count})`;
  });
  return `${name}: fixed ${counts.join(', ')}`;
}

interface Updating extends Omit<Running, 'report'> {
  readonly baseline: Baseline;
  readonly files: readonly FoundFile[];
}

async function updateBaseline({ baseline, files, options, terminal, ...running }: Updating): Promise<number> {
  let count = 0;
  const remember = async ({ findings }: DocumentCheck, { file }: FoundFile): Promise<void> => {
    count += findings.length;
    baseline.remember(file, findings);
  };
  const unread = await run(files, { ...running, report: { document: remember }, options, terminal });
  baseline.save();
  if (!options.quiet)
    terminal.stderr.write(
      `${count} ${count === 1 ? 'finding' : 'findings'} of ${files.length} ${files.length === 1 ? 'document' : 'documents'} written into ${options.baseline}; they fail nothing from now on.\n`,
    );
  return unread > 0 ? 2 : 0;
}
