import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../repository.ts';

/** The workspace packages that are published, by name, with their folders. */
export const publishedPackages = {
  '@debrief/core': 'packages/core',
  '@debrief/integrations': 'packages/integrations',
  '@debrief/publish': 'packages/publish',
  '@debrief/api': 'packages/api',
  '@debrief/server': 'packages/server',
  '@debrief/cli': 'packages/cli',
  debrief: 'bin',
} as const;

/**
 * Copies to `folder` what packing needs, so that the working tree is never touched. What is installed is linked, apart
 * from the workspace packages, which have to lead to the copies.
 */
export async function copyCheckout(folder: string): Promise<void> {
  const sources = ['package.json', 'tsconfig.base.json', 'LICENSE', 'scripts', 'bin', 'packages'];
  const left = new Set(['node_modules', 'dist', 'test']);
  await Promise.all(
    sources.map((source) =>
      cp(path.join(root, source), path.join(folder, source), {
        recursive: true,
        filter: (file) => !left.has(path.basename(file)),
      }),
    ),
  );
  await linkInstalled(folder);
  // npm keeps some packages beside the workspace that alone uses them.
  for (const workspace of Object.values(publishedPackages)) {
    const own = path.join(root, workspace, 'node_modules');
    if (existsSync(own)) await symlink(own, path.join(folder, workspace, 'node_modules'), 'junction');
  }
}

async function linkInstalled(folder: string): Promise<void> {
  const installed = path.join(root, 'node_modules');
  const copy = path.join(folder, 'node_modules');
  await mkdir(path.join(copy, '@debrief'), { recursive: true });
  const names = await readdir(installed);
  await Promise.all([
    ...names
      .filter((name) => name !== '@debrief' && name !== 'debrief')
      .map((name) => symlink(path.join(installed, name), path.join(copy, name), 'junction')),
    ...Object.entries(publishedPackages).map(([name, workspace]) =>
      symlink(path.join(folder, workspace), path.join(copy, name), 'junction'),
    ),
  ]);
}

/** Runs npm in a folder, with the Node that runs the tests. */
export async function npm(folder: string, ...args: string[]): Promise<string> {
  const program = process.env.npm_execpath;
  const [command, first] = program === undefined ? ['npm', []] : [process.execPath, [program]];
  const { stdout } = await promisify(execFile)(command, [...first, ...args], { cwd: folder });
  return stdout;
}
