import path from 'node:path';
import { parsedArguments } from './parsed-arguments.ts';
import { read } from '@debrief/core/read';
import { convert, type Losses } from '@debrief/core/write';
import { loadText } from './load-text.ts';
import { findSettings } from './settings-file.ts';
import { allTemplates, findTemplate } from './template-files.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief convert FILE --to TEMPLATE [-o FILE]`: the same document in another template, and a report of what moved how. */
export async function convertCommand(args: readonly string[], { stdout, stderr, cwd }: Terminal): Promise<number> {
  const { file, to, output, force, quiet } = optionsOf(args);
  const here = cwd();
  const found = await findSettings(path.resolve(here, file === '-' ? '.' : file));
  for (const problem of found.problems) stderr.write(`debrief: ${problem}\n`);
  const target = findTemplate(to, found, here);
  if (target.problem !== undefined) throw new WrongUse(target.problem);
  const loaded = loadText(file === '-' ? '-' : path.resolve(here, file));
  if (loaded.problem !== undefined) throw new WrongUse(`${file}: ${loaded.problem}`);
  if (loaded.text.includes('\uFFFD'))
    throw new WrongUse(
      `${file}: some of its bytes are not valid UTF-8. Save it as UTF-8 first, so that nothing is lost.`,
    );
  const options = { languages: found.languages, templates: allTemplates(found, here) };
  const { text, losses } = convert(read(loaded.text, options), target.template, options);
  if (losses.dropped.length > 0)
    throw new WrongUse(`${file}: these words would be lost, so nothing was written: ${losses.dropped.join(', ')}`);
  if (output === null) stdout.write(text);
  else {
    const written = writeWhole(path.resolve(here, output), text, { replace: force });
    if (written.state === 'exists')
      throw new WrongUse(
        `${output} is there already and was left as it is. Take another name, or --force to write it anew.`,
      );
    if (written.state === 'refused') throw new WrongUse(`${output}: ${written.message}`);
  }
  if (!quiet) stderr.write(reportOf(losses));
  return 0;
}

function reportOf({ carried, reshaped }: Losses): string {
  const carriedOver =
    carried.length === 0
      ? 'Everything found its place.'
      : `Carried over, below a heading of its own at the end: ${carried.filter(Boolean).join(' · ')}`;
  const shapes = reshaped.map(
    ({ what, before, after }) => `Worded otherwise: ${what}: ${before || 'nothing'} → ${after || 'nothing'}`,
  );
  return `${[carriedOver, ...shapes, 'Dropped: nothing.'].join('\n')}\n`;
}

interface Options {
  readonly file: string;
  readonly to: string;
  readonly output: string | null;
  readonly force: boolean;
  readonly quiet: boolean;
}

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUse('name one file to convert, or - for standard input.');
  if (values.to === undefined)
    throw new WrongUse('say into which template: --to compact. “debrief templates” lists them.');
  return {
    file,
    to: values.to,
    output: values.output ?? null,
    force: values.force ?? false,
    quiet: values.quiet ?? false,
  };
}

function parsed(args: readonly string[]) {
  const options = {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
    quiet: { type: 'boolean' },
  } as const;
  return parsedArguments(args, options);
}
