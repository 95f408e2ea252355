import fs from 'node:fs';
import path from 'node:path';
import { parsedArguments } from './parsed-arguments.ts';
import { firstSettings } from './first-settings.ts';
import { settingsFileUpward } from './house-file.ts';
import type { Terminal } from './terminal.ts';
import { whyNotWritten, writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief init [FOLDER] [--force]`: a `debrief.yaml` with every setting explained, to be changed from there. */
export async function initCommand(args: readonly string[], { stdout, stderr, cwd }: Terminal): Promise<number> {
  const { folder, force } = optionsOf(args);
  const target = path.resolve(cwd(), folder);
  const name = path.join(folder, 'debrief.yaml');
  const complain = (message: string): number => {
    stderr.write(`debrief init: ${message}\n`);
    return 2;
  };
  const above = settingsFileUpward(path.dirname(target));
  try {
    fs.mkdirSync(target, { recursive: true });
  } catch (error) {
    return complain(`${folder}: ${whyNotWritten(error)}`);
  }
  const written = writeWhole(path.join(target, 'debrief.yaml'), firstSettings, { replace: force });
  if (written.state === 'exists')
    return complain(`${name} is there already and was left as it is. With --force it is written anew.`);
  if (written.state === 'refused') return complain(`${name}: ${written.message}`);
  stdout.write(`Wrote ${name}, with every setting explained in it.\n`);
  if (above !== null) stderr.write(`It now holds for this folder in place of ${above}.\n`);
  stdout.write(`Next: open it, change what you like, and try it with: debrief read ${shellWord(folder)}\n`);
  return 0;
}

function optionsOf(args: readonly string[]): { readonly folder: string; readonly force: boolean } {
  const { values, positionals } = parsedArguments(args, { force: { type: 'boolean' } });
  const [folder = '.', ...more] = positionals;
  if (more.length > 0) throw new WrongUse('name one folder, or none for this one.');
  if (folder === '') throw new WrongUse('the name of the folder is empty; leave it out for this folder.');
  return { folder, force: values.force ?? false };
}

/** A path as it can be pasted into a shell. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
