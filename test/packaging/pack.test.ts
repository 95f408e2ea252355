import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readManifest, root } from '../repository.ts';
import { copyCheckout, npm, publishedPackages } from './checkout-copy.ts';

const run = promisify(execFile);

describe('the packed packages', { timeout: 120_000 }, () => {
  let folder = '';
  let checkout = '';
  let empty = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'debrief-pack-'));
    checkout = path.join(folder, 'checkout');
    empty = path.join(folder, 'empty');
    const tarballs = path.join(folder, 'tarballs');
    await Promise.all([copyCheckout(checkout), mkdir(empty), mkdir(tarballs)]);

    const workspaces = Object.keys(publishedPackages).map((name) => `--workspace=${name}`);
    await npm(checkout, 'pack', '--pack-destination', tarballs, ...workspaces);
    await writeFile(path.join(empty, 'package.json'), '{ "private": true, "type": "module" }');
    const packed = (await readdir(tarballs)).map((tarball) => path.join(tarballs, tarball));
    await npm(empty, 'install', '--prefer-offline', '--no-audit', '--no-fund', ...packed);
  }, 240_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('run the command in an empty folder', async () => {
    const debrief = path.join(empty, 'node_modules/.bin/debrief');
    const version = await run(process.execPath, [debrief, '--version'], { cwd: empty });
    const help = await run(process.execPath, [debrief, '--help'], { cwd: empty });
    expect(version.stdout).toBe(`${readManifest('bin/package.json').version}\n`);
    expect(help.stdout).toMatch(/^Usage: debrief /);
    expect(help.stderr).toBe('');
  });

  test('find their settings, through the door that only these need', async () => {
    const debrief = path.join(empty, 'node_modules/.bin/debrief');
    await run(process.execPath, [debrief, 'init', 'docs'], { cwd: empty });
    await writeFile(path.join(empty, 'docs/mail.md'), '# Mail delayed\n');
    const { stdout, stderr } = await run(process.execPath, [debrief, 'read', 'docs/mail.md'], { cwd: empty });
    expect(stdout).toContain('Mail delayed');
    expect(stderr).toBe('');
  });

  test('bring no TypeScript source and each its licence', async () => {
    for (const name of Object.keys(publishedPackages)) {
      const files = await readdir(path.join(empty, 'node_modules', name), { recursive: true });
      expect(files).toContain('LICENSE');
      expect(files.filter((file) => /(?<!\.d)\.ts$|\.tsbuildinfo$/.test(file))).toEqual([]);
    }
  });

  test('bring declarations that a strict project accepts', async () => {
    const doors = [
      '@debrief/core',
      ...['draft', 'policy', 'workspace', 'write'].map((door) => `@debrief/core/${door}`),
      '@debrief/integrations',
      '@debrief/publish',
    ].map((door) => `export type * from '${door}';\n`);
    await writeFile(path.join(empty, 'reader.ts'), doors.join(''));
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024'];
    const check = run(process.execPath, [tsc, ...strict, 'reader.ts'], { cwd: empty });
    await expect(check).resolves.toMatchObject({ stdout: '' });
  });

  test('leave the checkout in its source form', async () => {
    for (const workspace of Object.values(publishedPackages)) {
      const manifest = path.join(workspace, 'package.json');
      expect(await readFile(path.join(checkout, manifest), 'utf8')).toBe(
        await readFile(path.join(root, manifest), 'utf8'),
      );
      expect(await readdir(path.join(checkout, workspace))).not.toContain('package.json.source');
    }
  });

  test('can be made again after an interrupted packing', async () => {
    const core = path.join(checkout, publishedPackages['@debrief/core']);
    const source = await readFile(path.join(core, 'package.json'), 'utf8');
    await npm(core, 'run', 'prepack');
    expect(await readFile(path.join(core, 'package.json'), 'utf8')).not.toBe(source);
    await npm(core, 'run', 'prepack');
    await npm(core, 'run', 'postpack');
    expect(await readFile(path.join(core, 'package.json'), 'utf8')).toBe(source);
  });
});
