import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readManifest, root } from '../repository.ts';

const broughtNode = `node-${process.platform}-${process.arch}`;

// The launcher cannot run on an old Node here, so it is told that it does; the Node it starts is not told.
const pretendOldNode = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });`;

// Stands in for the command line behind the launcher: prints its arguments, then ends, breaks or waits for a signal,
// which it listens for before it prints, so that a test may send one as soon as it reads something.
const standIn = `
  export async function main(args, terminal) {
    const terminated = new Promise((resolve) => process.once('SIGTERM', () => resolve(9)));
    terminal.stdout.write(JSON.stringify(args) + '\\n');
    if (args[0] === 'throw') throw new Error('on purpose');
    if (args[0] !== 'wait') return 7;
    const awake = setInterval(() => {}, 1000);
    const status = await terminated;
    clearInterval(awake);
    return status;
  }
`;

async function outcomeOf(child: ChildProcess) {
  const [stdout, stderr, [status, signal]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'exit'),
  ]);
  return { stdout, stderr, status, signal };
}

describe.skipIf(process.platform === 'win32')('debrief.js', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'debrief-launcher-'));
    await Promise.all(
      ['debrief.js', 'package.json'].map((file) => copyFile(path.join(root, 'bin', file), path.join(folder, file))),
    );
    await write('pretend-old-node.cjs', pretendOldNode);
    await write('node_modules/@debrief/cli/package.json', '{ "type": "module", "exports": "./index.js" }');
    await write('node_modules/@debrief/cli/index.js', standIn);
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(file: string, content: string): Promise<void> {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }

  async function bringNode(version: string): Promise<void> {
    await write(`node_modules/${broughtNode}/package.json`, JSON.stringify({ version, bin: { node: 'bin/node' } }));
    await mkdir(path.join(folder, 'node_modules', broughtNode, 'bin'));
    await symlink(process.execPath, path.join(folder, 'node_modules', broughtNode, 'bin/node'));
  }

  function start(nodeArgs: readonly string[], args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [...nodeArgs, 'debrief.js', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  const onFitNode = (...args: string[]) => start([], args);
  const onOldNode = (...args: string[]) => start(['--require', './pretend-old-node.cjs'], args);

  test('hands arguments and exit status through', async () => {
    expect(await outcomeOf(onFitNode('read', 'a b.md'))).toMatchObject({
      stdout: '["read","a b.md"]\n',
      stderr: '',
      status: 7,
    });
  });

  test('never ends with the status of findings when something breaks', async () => {
    const outcome = await outcomeOf(onFitNode('throw'));
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toMatch(/^debrief: Error: on purpose/);
  });

  test('answers --version on any Node, with nothing else there', async () => {
    await rm(path.join(folder, 'node_modules'), { recursive: true });
    const { version } = readManifest('bin/package.json');
    expect(await outcomeOf(onOldNode('--version'))).toMatchObject({ stdout: `${version}\n`, stderr: '', status: 0 });
  });

  test('runs with the Node that npm brought when its own is too old', async () => {
    await bringNode('24.21.0');
    expect(await outcomeOf(onOldNode('read', 'a b.md'))).toMatchObject({
      stdout: '["read","a b.md"]\n',
      stderr: '',
      status: 7,
    });
  });

  test('passes a signal on to that Node and ends as it ends', async () => {
    await bringNode('24.21.0');
    const handled = onOldNode('wait');
    await once(handled.stdout!, 'data');
    handled.kill('SIGTERM');
    expect(await once(handled, 'exit')).toEqual([9, null]);

    const unhandled = onOldNode('wait');
    await once(unhandled.stdout!, 'data');
    unhandled.kill('SIGHUP');
    expect(await once(unhandled, 'exit')).toEqual([null, 'SIGHUP']);
  });

  test.each([
    ['there is none', undefined],
    ['that is too old as well', '22.17.1'],
  ])('says what is missing when %s', async (_, brought) => {
    if (brought !== undefined) await bringNode(brought);
    const outcome = await outcomeOf(onOldNode('read'));
    expect(outcome).toMatchObject({ stdout: '', status: 2 });
    expect(outcome.stderr).toContain('needs Node 22.18 or newer; found Node 20.20.2');
    expect(outcome.stderr).toContain('Install Node 24');
  });
});
