import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exportFolder, exportZip } from '../exchange/export-files.ts';
import { type Command, runCommand, withStore } from './run-command.ts';
import { surroundingsOf } from './start-server.ts';
import type { Terminal } from './terminal.ts';

const command: Command = {
  name: 'export',
  usage: `Usage: debrief export PATH [--history] [--data FOLDER | --database-url URL]

Writes every post-mortem as the Markdown file that it is, byte for byte, with its pictures and the settings, into an empty
folder; into an archive where PATH ends with .zip. The server may be running meanwhile.

  --history     with each revision, and with life and audit as lines of JSON, under .debrief
`,
  flags: ['history'],
  paths: 1,
  run: async ({ paths: [written = ''], flags, config }, terminal) => {
    const place = path.resolve(terminal.cwd(), written);
    const options = { history: flags.has('history') };
    await withStore(config, async (store) => {
      const context = { ...surroundingsOf(store), actor: { kind: 'machine', id: 'command' } as const };
      if (!place.endsWith('.zip')) {
        const files = await exportFolder(context, place, options);
        terminal.stderr.write(`${files} files in ${place}\n`);
        return;
      }
      await pipeline(await exportZip(context, options), fs.createWriteStream(place, { flags: 'wx' }));
      terminal.stderr.write(`Everything is in ${place}\n`);
    });
    return 0;
  },
};

/** `debrief export`. Answers with its exit status: 0 done, 2 could not. */
export function exportCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return runCommand(command, args, terminal);
}
