import path from 'node:path';
import { parsedArguments } from './parsed-arguments.ts';
import { metrics } from '@debrief/core';
import { findFiles, type Problem } from './find-files.ts';
import { definitionProblems } from './house-definitions.ts';
import { instantOf } from './instant-of.ts';
import type { Measuring } from './measuring.ts';
import { withOpenSloFiles } from './open-slo-files.ts';
import { outputTo } from './output-to.ts';
import { progressOn } from './progress.ts';
import type { Form } from './render.ts';
import { renderAll } from './render-all.ts';
import { renderMeasured } from './render-measured.ts';
import { findSettings, type FoundSettings } from './settings-file.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief measure PATH…`: the numbers of some post-mortems, as cards, as lines, or as JSON. */
export async function measureCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { paths, format, quiet, color, explain, now } = optionsOf(args, terminal);
  const cwd = terminal.cwd();
  const found = findFiles(paths, cwd);
  const start = path.resolve(cwd, paths[0] === '-' ? '.' : (paths[0] ?? '.'));
  const settings = await withOpenSloFiles(await findSettings(start));
  const form: Form = format === 'json' ? 'json' : found.single ? 'card' : 'line';
  const complain = ({ name, message }: Problem): void => void terminal.stderr.write(`debrief: ${name}: ${message}\n`);
  const problems = [...settings.problems, ...houseProblems(settings)];
  for (const problem of problems) terminal.stderr.write(`debrief: ${problem}\n`);
  for (const problem of found.problems) complain(problem);

  const progress = quiet ? null : progressOn(terminal.stderr, found.files.length);
  const measuring = measuringIn(settings, now, explain);
  const look = { form, color, width: widthOf(form, terminal), cut: terminal.stdout.isTTY, measuring };
  const write = outputTo(terminal.stdout, form);
  await write.start();
  const sink = {
    write: write.item,
    progress: (done: number) => progress?.step(done),
    complain: (problem: Problem) => {
      progress?.clear();
      complain(problem);
    },
  };
  const job = {
    worker: import.meta.resolve('./measure-worker.ts'),
    input: { look, languages: settings.languages },
    answer: renderMeasured,
  };
  const totals = await renderAll(found.files, job, sink);
  await write.end();
  progress?.end();
  const unread = found.problems.length + totals.problems;
  if (!quiet && form === 'line') terminal.stderr.write(`${closingLine(totals.read, totals.withMessages, unread)}\n`);
  return unread > 0 || problems.length > 0 ? 2 : 0;
}

function houseProblems({ settings, file }: FoundSettings): readonly string[] {
  return definitionProblems(settings.metrics, metrics).map((problem) => `${file}: ${problem}`);
}

/** Without a debrief.yaml no zone is settled, which a measurement says. */
function measuringIn({ settings, file }: FoundSettings, now: number, explain: boolean): Measuring {
  const { zone, metrics: definitions, services } = settings;
  return { now, zone: file === null ? null : zone, definitions, services, explain };
}

/** A card is easiest to read at a hundred columns; a narrower terminal gets a narrower one. */
function widthOf(form: Form, { stdout }: Terminal): number {
  if (!stdout.isTTY) return 100;
  return form === 'card' ? Math.max(60, Math.min(100, stdout.columns)) : stdout.columns;
}

interface Options {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly quiet: boolean;
  readonly color: boolean;
  readonly explain: boolean;
  readonly now: number;
}

function optionsOf(args: readonly string[], { stdout, env }: Terminal): Options {
  const { values, positionals } = parsed(args);
  const { format = 'text', quiet = false, explain = false } = values;
  if (positionals.length === 0) throw new WrongUse('name a file or a folder to measure, or - for standard input.');
  if (format !== 'text' && format !== 'json') throw new WrongUse(`--format takes text or json, not “${format}”.`);
  const clock = new Date().toISOString();
  const now = values.now === undefined ? clock : instantOf(values.now, clock);
  if (now === null) throw new WrongUse(`--now takes a time such as 2026-05-01T10:00Z, not “${values.now}”.`);
  const color = values['no-color'] !== true && stdout.isTTY && (env['NO_COLOR'] ?? '') === '';
  return { paths: positionals, format, quiet, color, explain, now: Date.parse(now) };
}

function parsed(args: readonly string[]) {
  const options = {
    format: { type: 'string' },
    now: { type: 'string' },
    explain: { type: 'boolean' },
    quiet: { type: 'boolean' },
    'no-color': { type: 'boolean' },
  } as const;
  return parsedArguments(args, options);
}

function closingLine(read: number, withContradictions: number, unread: number): string {
  const documents = `${read} ${read === 1 ? 'document' : 'documents'} measured`;
  const odd =
    withContradictions === 0
      ? ''
      : `, ${withContradictions} with something that does not fit together (measure it alone to see what)`;
  return `${documents}${odd}${unread === 0 ? '' : `, ${unread} not read`}`;
}
