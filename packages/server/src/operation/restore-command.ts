import path from 'node:path';
import { reproject } from '../projection/reproject.ts';
import { restoreBackup } from '../store/backup/restore-backup.ts';
import { verifyBackup } from '../store/backup/verify-backup.ts';
import type { Store } from '../store/store.ts';
import { sayVerified } from './backup-command.ts';
import { type Command, runCommand, withStore } from './run-command.ts';
import { databaseFileIn, surroundingsOf } from './start-server.ts';
import type { Terminal } from './terminal.ts';

const command: Command = {
  name: 'restore',
  usage: `Usage: debrief restore FILE [--data FOLDER | --database-url URL]

Puts a backup into an empty data folder or database, after every hash in it was checked. Stop the server before. People
sign in again.
`,
  flags: [],
  paths: 1,
  run: async ({ paths: [written = ''], config }, terminal) => {
    const file = path.resolve(terminal.cwd(), written);
    const verified = verifyBackup(file);
    if (verified.faults.length > 0) {
      terminal.stderr.write('Nothing was restored: this backup is damaged.\n');
      return sayVerified(verified, file, terminal);
    }
    const { data, databaseUrl } = config;
    await restoreBackup(file, databaseUrl === undefined ? { file: databaseFileIn(data) } : { url: databaseUrl });
    await withStore(config, indexAgain);
    return sayVerified(verified, file, terminal);
  },
};

/** `debrief restore`. Answers with its exit status: 0 restored, 1 the backup is damaged, 2 could not. */
export function restoreCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return runCommand(command, args, terminal);
}

/** Each kind of database searches in its own way, so what a backup of the other kind does not hold is made again. */
export async function indexAgain(store: Store): Promise<void> {
  const house = await surroundingsOf(store).house();
  const rows = await store.read
    .selectFrom('postmortems')
    .leftJoin('searchRows', 'searchRows.postmortem', 'postmortems.id')
    .select('postmortems.id')
    .where('searchRows.postmortem', 'is', null)
    .execute();
  for (const { id } of rows) await store.write((transaction) => reproject(transaction, house, id));
}
