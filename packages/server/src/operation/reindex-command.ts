import { remakeProjections } from '../projection/remake-projections.ts';
import { currentHouse } from '../settings/current-house.ts';
import { withCommandStore } from './command-store.ts';
import type { Terminal } from './terminal.ts';

const USAGE = `Usage: debrief reindex [--data FOLDER | --database-url URL]

Reads all post-mortems again, revision by revision, and puts what it reads in the place of what was read before: lists,
searches, action items and figures. The texts stay as they are. The server may run meanwhile.
`;

/** `debrief reindex`. Answers with its exit status: 0 done, 1 some could not be read, 2 could not start. */
export async function reindexCommand(
  args: readonly string[],
  terminal: Omit<Terminal, 'once' | 'exit'>,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.stdout.write(USAGE);
    return 0;
  }
  return withCommandStore('reindex', args, terminal, async (store) => {
    const { remade, failed } = await remakeProjections({
      store,
      house: currentHouse(store),
      which: 'all',
      complain: (id, error) => {
        terminal.stderr.write(`debrief reindex: ${id}: ${error instanceof Error ? error.message : String(error)}\n`);
      },
    });
    terminal.stdout.write(`${remade} read again${failed > 0 ? `, ${failed} could not be read` : ''}.\n`);
    return failed > 0 ? 1 : 0;
  });
}
