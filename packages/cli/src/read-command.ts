import path from 'node:path';
import { parsedArguments } from './parsed-arguments.ts';
import { findFiles, type Problem } from './find-files.ts';
import { outputTo } from './output-to.ts';
import { progressOn } from './progress.ts';
import { type Form, render } from './render.ts';
import { renderAll } from './render-all.ts';
import { findSettings } from './settings-file.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief read PATH…`: what is in some post-mortems, as cards, as lines, or as JSON. */
export async function readCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { paths, format, quiet, color } = optionsOf(args, terminal);
  const cwd = terminal.cwd();
  const found = findFiles(paths, cwd);
  const settings = await findSettings(path.resolve(cwd, paths[0] === '-' ? '.' : (paths[0] ?? '.')));
  const form: Form = format === 'json' ? 'json' : found.single ? 'card' : 'line';
  const complain = ({ name, message }: Problem): void => void terminal.stderr.write(`debrief: ${name}: ${message}\n`);
  for (const problem of settings.problems) terminal.stderr.write(`debrief: ${problem}\n`);
  for (const problem of found.problems) complain(problem);

  const progress = quiet ? null : progressOn(terminal.stderr, found.files.length);
  const width = form === 'card' || !terminal.stdout.isTTY ? 100 : terminal.stdout.columns;
  const look = { form, color, width, cut: terminal.stdout.isTTY };
  const write = outputTo(terminal.stdout, form);
  await write.start();
  const totals = await renderAll(
    found.files,
    {
      worker: import.meta.resolve('./render-worker.ts'),
      input: { look, languages: settings.languages },
      answer: render,
    },
    {
      write: write.item,
      progress: (done) => progress?.step(done),
      complain: (problem) => {
        progress?.clear();
        complain(problem);
      },
    },
  );
  await write.end();
  progress?.end();
  const unread = found.problems.length + totals.problems;
  if (!quiet && form === 'line') terminal.stderr.write(`${closingLine(totals.read, totals.withMessages, unread)}\n`);
  return unread > 0 || settings.problems.length > 0 ? 2 : 0;
}

interface Options {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly quiet: boolean;
  readonly color: boolean;
}

function optionsOf(args: readonly string[], { stdout, env }: Terminal): Options {
  const { values, positionals } = parsed(args);
  const { format = 'text', quiet = false } = values;
  if (positionals.length === 0) throw new WrongUse('name a file or a folder to read, or - for standard input.');
  if (format !== 'text' && format !== 'json') throw new WrongUse(`--format takes text or json, not “${format}”.`);
  const color = values['no-color'] !== true && stdout.isTTY && (env['NO_COLOR'] ?? '') === '';
  return { paths: positionals, format, quiet, color };
}

function parsed(args: readonly string[]) {
  const options = { format: { type: 'string' }, quiet: { type: 'boolean' }, 'no-color': { type: 'boolean' } } as const;
  return parsedArguments(args, options);
}

function closingLine(read: number, withMessages: number, unread: number): string {
  const documents = `${read} ${read === 1 ? 'document' : 'documents'} read`;
  const odd = withMessages === 0 ? '' : `, ${withMessages} with something odd in it (read it alone to see what)`;
  return `${documents}${odd}${unread === 0 ? '' : `, ${unread} not read`}`;
}
