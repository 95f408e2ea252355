import { parsedArguments } from './parsed-arguments.ts';
import { findHouse } from './house-file.ts';
import { findTemplate, templateNames } from './template-files.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief templates [NAME]`: what there is to choose from, or the text of one, to start an own from. */
export async function templatesCommand(args: readonly string[], { stdout, stderr, cwd }: Terminal): Promise<number> {
  const [name, ...more] = positionalsOf(args);
  if (more.length > 0) throw new WrongUse('name one template, or none to see all.');
  const found = await findHouse(cwd());
  for (const problem of found.problems) stderr.write(`debrief: ${problem}\n`);
  if (name !== undefined) {
    const template = findTemplate(name, found, cwd());
    if (template.problem !== undefined) throw new WrongUse(template.problem);
    stdout.write(template.text);
    return 0;
  }
  let faults = 0;
  const names = templateNames(found);
  const width = Math.max(...names.map(({ length }) => length)) + 2;
  for (const each of names) {
    const template = findTemplate(each, found, cwd());
    if (template.problem === undefined) stdout.write(`${each.padEnd(width)}${template.template.description}\n`);
    else {
      faults += 1;
      stderr.write(`debrief: ${template.problem}\n`);
    }
  }
  return faults > 0 ? 2 : 0;
}

function positionalsOf(args: readonly string[]): readonly string[] {
  return parsedArguments(args, {}).positionals;
}
