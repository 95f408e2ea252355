import { listFound, listOptions } from './list-found.ts';
import { parsedArguments } from './parsed-arguments.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief search WORDS`: what a server finds, the best first. */
export function searchCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parsedArguments(args, listOptions);
  if (positionals.length === 0) throw new WrongUse('say what to look for, such as: debrief search checkout latency');
  return listFound(positionals.join(' '), values, terminal);
}
