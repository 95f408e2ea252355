import { listFound, listOptions } from './list-found.ts';
import { parsedArguments } from './parsed-arguments.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief list`: what a server keeps, the newest first. */
export function listCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parsedArguments(args, listOptions);
  if (positionals.length > 0) throw new WrongUse('it takes options alone; to find words, use: debrief search WORDS');
  return listFound('', values, terminal);
}
