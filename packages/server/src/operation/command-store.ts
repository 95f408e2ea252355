import { readConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import { openStoreFor } from './start-server.ts';
import type { Terminal } from './terminal.ts';

/**
 * Opens the store that the settings name for as long as a command works on it.
 *
 * @returns what the command answers; 2 where the settings are wrong or the store cannot be opened, which is said
 */
export async function withCommandStore(
  name: string,
  args: readonly string[],
  terminal: Terminal,
  work: (store: Store) => Promise<number>,
): Promise<number> {
  const read = readConfig(args, terminal.env, terminal.cwd());
  if (!read.ok) {
    for (const fault of read.faults) terminal.stderr.write(`debrief ${name}: ${fault}\n`);
    return 2;
  }
  let store: Store | null = null;
  try {
    store = await openStoreFor(read.config, () => undefined);
    return await work(store);
  } catch (error) {
    terminal.stderr.write(`debrief ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  } finally {
    await store?.close();
  }
}
