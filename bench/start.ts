// `npm run bench`: installs the peers where that was not done yet, then measures.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;

if (!areInstalled()) {
  const [npm, ...first] = npmCommand();
  run(npm, [...first, 'ci', '--loglevel=error'], folder);
}
run(process.execPath, [path.join(folder, 'src/main.ts'), ...process.argv.slice(2)]);

/** npm writes its own copy of the lockfile once everything is installed. */
function areInstalled(): boolean {
  const wanted = path.join(folder, 'package-lock.json');
  const installed = path.join(folder, 'node_modules/.package-lock.json');
  return fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(wanted).mtimeMs;
}

function npmCommand(): readonly [string, ...string[]] {
  const program = process.env.npm_execpath;
  return program === undefined ? ['npm'] : [process.execPath, program];
}

function run(command: string, args: readonly string[], cwd = process.cwd()): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error !== undefined) process.stderr.write(`bench: could not start ${command}: ${error.message}\n`);
  if (status !== 0) process.exit(status ?? 2);
}
