import { type Config, readConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import { type CommandArguments, commandArguments } from './command-arguments.ts';
import { logTo } from './logger.ts';
import { openStoreFor } from './start-server.ts';
import type { Terminal } from './terminal.ts';

export interface Command {
  readonly name: string;
  readonly usage: string;
  /** Flags of its own, which take no value. */
  readonly flags: readonly string[];
  /** How many paths it takes. */
  readonly paths: 1;
  readonly run: (given: CommandArguments & { readonly config: Config }, terminal: Terminal) => Promise<number>;
}

/** Runs a command with its arguments read, and says what is wrong. Answers with its exit status; 2 where it could not. */
export async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const { name, usage, flags, paths, run } = command;
  if (args.includes('--help') || args.includes('-h')) {
    terminal.stdout.write(usage);
    return 0;
  }
  try {
    const given = commandArguments(args, flags);
    const read = readConfig(given.settings, terminal.env, terminal.cwd());
    if (given.paths.length !== paths || !read.ok) {
      terminal.stderr.write(read.ok ? usage : read.faults.map((fault) => `debrief ${name}: ${fault}\n`).join(''));
      return 2;
    }
    return await run({ ...given, config: read.config }, terminal);
  } catch (error) {
    terminal.stderr.write(`debrief ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

/** The store of the settings, for as long as a command works on it. */
export async function withStore<Result>(config: Config, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStoreFor(config, logTo('silent'));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
