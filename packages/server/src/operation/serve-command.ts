import { configSchema, readConfig } from '../config.ts';
import { startServer } from './start-server.ts';
import type { Terminal } from './terminal.ts';

/** The status of a process that Ctrl-C ended. */
const INTERRUPTED = 130;

/** `debrief serve`: runs until it is told to stop. Answers with its exit status: 0 stopped, 2 could not start. */
export async function serveCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.stdout.write(usage());
    return 0;
  }
  const read = readConfig(args, terminal.env, terminal.cwd());
  if (!read.ok) {
    for (const fault of read.faults) terminal.stderr.write(`debrief serve: ${fault}\n`);
    return 2;
  }
  try {
    const running = await startServer(read.config);
    terminal.stdout.write(`Debrief is at ${running.url}\n`);
    if (running.firstUrl !== null)
      terminal.stdout.write(`Make the first account, which is an admin’s, within a day at ${running.firstUrl}\n`);
    await told(terminal);
    // Who asks twice does not want to wait.
    void told(terminal).then(() => terminal.exit(INTERRUPTED));
    await running.stop();
    return 0;
  } catch (error) {
    terminal.stderr.write(`debrief serve: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

/** Waits for a signal to stop. */
function told(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) terminal.once(signal, resolve);
  });
}

function usage(): string {
  const lines = Object.entries(configSchema.shape).map(([name, schema]) => {
    const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `  --${flag.padEnd(18)} ${schema.description ?? ''}\n`;
  });
  return `Usage: debrief serve [OPTIONS]\n\n${lines.join('')}  --config FILE        these settings as YAML\n\nEach is also a variable of the environment: DEBRIEF_PORT, DEBRIEF_DATABASE_URL …\n`;
}
