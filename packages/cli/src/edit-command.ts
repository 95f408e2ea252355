import fs from 'node:fs';
import path from 'node:path';
import { parsedArguments } from './parsed-arguments.ts';
import { read } from '@debrief/core/read';
import { edit } from '@debrief/core/write';
import { editThere } from './edit-there.ts';
import { changeOf, type EditValues } from './edit-change.ts';
import { exactText } from './exact-text.ts';
import { findSettings } from './settings-file.ts';
import { serverAccess, serverOptions } from './server-access.ts';
import { findTemplate } from './template-files.ts';
import { spliceDiff } from './splice-diff.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief edit FILE CHANGE…`: one change to a document, by splices. */
export async function editCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr, cwd } = terminal;
  const { file, words, values, isDryRun, output } = optionsOf(args);
  const access = serverAccess(values, terminal);
  if (access !== null && (access.isNamed || !isThere(path.resolve(cwd(), file)))) {
    if (isDryRun || output !== undefined)
      throw new WrongUse('--dry-run and --output are for files; on a server every change has its revision.');
    return editThere({ access, which: file, words, values }, terminal);
  }
  const full = file === '-' ? file : path.resolve(cwd(), file);
  const complain = (message: string): number => {
    stderr.write(`debrief edit: ${file}: ${message}\n`);
    return 2;
  };
  const loaded = exactText(full);
  if (loaded.problem !== undefined) return complain(loaded.problem);
  const settings = await findSettings(full === '-' ? cwd() : full);
  for (const problem of settings.problems) stderr.write(`debrief: ${problem}\n`);
  const house = settings.folder === null ? null : findTemplate(settings.settings.template, settings, cwd());
  const options = {
    languages: settings.languages,
    ...(file !== '-' && { fileName: path.basename(file) }),
    ...(house !== null && house.problem === undefined && { template: house.template }),
  };
  const reading = read(loaded.text, options);
  const edited = edit(reading, changeOf(words, values, reading), options);
  if (!edited.ok) return complain(edited.refusal.message);

  if (isDryRun) {
    stdout.write(spliceDiff(file, loaded.text, edited.splices));
    return 0;
  }
  const target = output ?? file;
  if (target === '-') stdout.write(edited.text);
  else if (edited.splices.length > 0 || target !== file) {
    const written = writeWhole(path.resolve(cwd(), target), edited.text, { replace: true });
    if (written.state === 'refused') return complain(`${target} could not be written: ${written.message}`);
  }
  if (edited.splices.length === 0) stderr.write(`debrief edit: ${file}: it says so already; nothing was changed.\n`);
  return 0;
}

function isThere(file: string): boolean {
  return path.basename(file) === '-' || fs.existsSync(file);
}

interface Options {
  readonly file: string;
  readonly words: readonly string[];
  readonly values: EditValues & { readonly server?: string | undefined; readonly token?: string | undefined };
  readonly isDryRun: boolean;
  readonly output: string | undefined;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  ...serverOptions,
  at: text,
  until: text,
  text,
  action: text,
  actor: text,
  owner: { type: 'string', multiple: true },
  due: text,
  priority: text,
  status: text,
  ticket: text,
  verification: text,
  kind: text,
  clear: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  output: { type: 'string', short: 'o' },
} as const;

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parsedArguments(args, OPTIONS);
  const [file, ...words] = positionals;
  if (file === undefined) throw new WrongUse('name the file to edit, or - for standard input.');
  if (words.length === 0) throw new WrongUse('say what to change, such as: set severity SEV2');
  return { file, words, values, isDryRun: values['dry-run'] === true, output: values.output };
}
