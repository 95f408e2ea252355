import fs from 'node:fs';
import path from 'node:path';
import { backUp } from '../store/backup/back-up.ts';
import { type VerifiedBackup, verifyBackup } from '../store/backup/verify-backup.ts';
import { type Command, runCommand } from './run-command.ts';
import { databaseFileIn } from './start-server.ts';
import type { Terminal } from './terminal.ts';

const command: Command = {
  name: 'backup',
  usage: `Usage: debrief backup FILE [--data FOLDER | --database-url URL]

Copies everything that is kept into one file, as it is at this moment, while the server runs, and checks the copy: every
text against its hash, every history and the audit from end to end. A backup of either database restores into either.
`,
  flags: [],
  paths: 1,
  run: async ({ paths: [written = ''], config: { data, databaseUrl } }, terminal) => {
    const target = path.resolve(terminal.cwd(), written);
    if (fs.existsSync(target)) throw new Error(`There is ${target} already. Name another file.`);
    await backUp(databaseUrl === undefined ? { file: databaseFileIn(data) } : { url: databaseUrl }, target);
    return sayVerified(verifyBackup(target), target, terminal);
  },
};

/** `debrief backup`. Answers with its exit status: 0 whole, 1 something in it does not fit, 2 could not. */
export function backupCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return runCommand(command, args, terminal);
}

/** What a backup holds, or what is wrong with it. */
export function sayVerified(verified: VerifiedBackup, file: string, terminal: Terminal): number {
  const { postmortems, revisions, files, auditEntries, faults } = verified;
  for (const fault of faults) terminal.stderr.write(`${fault}\n`);
  if (faults.length > 0) return 1;
  terminal.stdout.write(
    `${file}: ${postmortems} post-mortems, ${revisions} revisions, ${files} files, ${auditEntries} audit entries: whole.\n`,
  );
  return 0;
}
