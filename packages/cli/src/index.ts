import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';
import { WrongUse } from './wrong-use.ts';

export type { Terminal } from './terminal.ts';

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** Commands are loaded when they are called, so that none pays for another's start. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  actions: async () => (await import('./actions-command.ts')).actionsCommand,
  check: async () => (await import('./check-command.ts')).checkCommand,
  convert: async () => (await import('./convert-command.ts')).convertCommand,
  explain: async () => (await import('./explain-command.ts')).explainCommand,
  insights: async () => (await import('./insights-command.ts')).insightsCommand,
  init: async () => (await import('./init-command.ts')).initCommand,
  list: async () => (await import('./list-command.ts')).listCommand,
  measure: async () => (await import('./measure-command.ts')).measureCommand,
  new: async () => (await import('./new-command.ts')).newCommand,
  pull: async () => (await import('./pull-command.ts')).pullCommand,
  push: async () => (await import('./push-command.ts')).pushCommand,
  read: async () => (await import('./read-command.ts')).readCommand,
  edit: async () => (await import('./edit-command.ts')).editCommand,
  related: async () => (await import('./related-command.ts')).relatedCommand,
  schema: async () => (await import('./schema-command.ts')).schemaCommand,
  search: async () => (await import('./search-command.ts')).searchCommand,
  templates: async () => (await import('./templates-command.ts')).templatesCommand,
};

/** Runs one command and answers with its exit status: 0 fine, 1 findings, 2 wrong use or unreadable input. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.stdout.write(usage);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    terminal.stderr.write(`debrief: there is no command “${name}”.\n\n${usage}`);
    return 2;
  }
  quietlyOnClosedPipe(terminal);
  try {
    return await (
      await load()
    )(rest, terminal);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    terminal.stderr.write(`debrief ${name}: ${error.message}\n`);
    return 2;
  }
}

/** `debrief read … | head` closes our output early; that is no error. */
function quietlyOnClosedPipe({ stdout }: Terminal): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
