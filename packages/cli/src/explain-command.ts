import { parsedArguments } from './parsed-arguments.ts';
import { nearestOf } from '@debrief/core';
import { type Explanation, explanations } from './explanation.ts';
import { wrap } from './paint.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief explain [NAME]`: what a metric means or what a rule asks, or the list of what can be explained. */
export async function explainCommand(args: readonly string[], { stdout }: Terminal): Promise<number> {
  const [name, ...more] = positionalsOf(args);
  if (more.length > 0) throw new WrongUse('name one metric or rule, or none to see all.');
  const all = explanations();
  if (name === undefined) {
    const width = Math.max(...all.map((each) => each.name.length)) + 2;
    for (const { name: own, line } of all) stdout.write(`${own.padEnd(width)}${line}\n`);
    return 0;
  }
  // A definition is explained with its metric: time-to-detect/from-impact.
  const wanted = name.trim().toLowerCase();
  const found =
    all.find((each) => each.name === wanted) ??
    all.find((each) => each.name === wanted.split('/', 1)[0] || each.alsoCalled.includes(wanted));
  if (found === undefined) {
    const near = nearestOf(
      wanted,
      all.map((each) => each.name),
    );
    throw new WrongUse(
      `there is no metric or rule “${name.slice(0, 60)}”; did you mean “${near}”? Without a name, all are listed.`,
    );
  }
  stdout.write(pageOf(found));
  return 0;
}

const WIDTH = 100;

function pageOf({ parts }: Explanation): string {
  const paragraphs = parts.map(([head = '', ...lines]) =>
    [head, ...lines.flatMap((line) => indented(line))].join('\n'),
  );
  return `${paragraphs.join('\n\n')}\n`;
}

function indented(line: string): readonly string[] {
  const depth = line.length - line.trimStart().length + 2;
  return wrap(line.trim(), WIDTH - depth).map((part, at) => `${' '.repeat(at === 0 ? depth : depth + 2)}${part}`);
}

function positionalsOf(args: readonly string[]): readonly string[] {
  return parsedArguments(args, {}).positionals;
}
