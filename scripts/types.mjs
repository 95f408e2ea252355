// Checks every project of the repository. A new package is found by its tsconfig.json.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const folders = ['.', 'bin', 'packages/*', 'packages/*/test', 'packages/*/drills'];

const projects = globSync(
  folders.map((folder) => `${folder}/tsconfig.json`),
  { cwd: root },
).toSorted();
const failed = projects.filter((project) => {
  const check = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
  return check.status !== 0;
});

process.stdout.write(`${projects.length} projects checked, ${failed.length} failed ${failed.join(' ')}\n`);
process.exitCode = projects.length > 0 && failed.length === 0 ? 0 : 1;
