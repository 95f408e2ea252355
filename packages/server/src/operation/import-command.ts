import fs from 'node:fs';
import path from 'node:path';
import { folderSource } from '../exchange/folder-source.ts';
import { importFiles } from '../exchange/import-files.ts';
import type { ImportLine } from '../exchange/import-source.ts';
import { zipSource } from '../exchange/zip-source.ts';
import { type Command, runCommand, withStore } from './run-command.ts';
import { surroundingsOf } from './start-server.ts';
import type { Terminal } from './terminal.ts';

const command: Command = {
  name: 'import',
  usage: `Usage: debrief import PATH [--accept-secrets] [--data FOLDER | --database-url URL]

Takes in the Markdown files of a folder or of a zip archive, with the files that they link to, and says of each file what
became of it. What is there already is left as it is, so it can be run again. The server may be running meanwhile.

  --accept-secrets     takes texts that look as though they held credentials
`,
  flags: ['accept-secrets'],
  paths: 1,
  run: async ({ paths: [written = ''], flags, config }, terminal) => {
    const place = path.resolve(terminal.cwd(), written);
    const isFolder = fs.statSync(place).isDirectory();
    const source = await (isFolder ? folderSource(place) : zipSource(place));
    try {
      const { files, counts } = await withStore(config, (store) =>
        importFiles({ ...surroundingsOf(store), actor: { kind: 'machine', id: 'command' } }, source, {
          acceptSecrets: flags.has('accept-secrets'),
        }),
      );
      for (const line of files) terminal.stdout.write(`${shown(line)}\n`);
      const { created, same, attached, refused } = counts;
      terminal.stderr.write(`${created} created, ${attached} attached, ${same} there already, ${refused} refused\n`);
      return refused > 0 ? 1 : 0;
    } finally {
      await source.close();
    }
  },
};

/** `debrief import`. Answers with its exit status: 0 all taken, 1 some refused, 2 could not. */
export function importCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return runCommand(command, args, terminal);
}

function shown({ path: file, outcome, id, reason }: ImportLine): string {
  return [outcome.padEnd(8), file, ...(id === null ? [] : [id]), ...(reason === null ? [] : [`(${reason})`])].join(' ');
}
