import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { folderWith } from './command.ts';

const command = path.join(import.meta.dirname, '../../../bin/debrief.js');
const children: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const KITE = '# Kites down\n\n**Date:** 2026-03-01\n\n## Action items\n\n- [ ] Add a limit (@ana, due 2026-02-15)\n';

function watch(folder: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [command, 'check', '--watch', '--no-cache', ...args], { cwd: folder });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (data: string) => void (said += data));
  return {
    /** Waits until words were said, and forgets what was said until then. */
    hears: async (words: string): Promise<string> => {
      for (let tries = 0; tries < 300 && !said.includes(words); tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const heard = said;
      said = '';
      expect(heard).toContain(words);
      return heard;
    },
  };
}

test('what is saved is checked again, and so is what appears', async () => {
  const folder = folderWith({ 'a/kite.md': KITE, 'a/b/other.md': '# Other\n' });
  const { hears } = watch(folder, 'a');
  expect(await hears('Watching')).toContain('2026-02-15');
  fs.writeFileSync(path.join(folder, 'a/kite.md'), KITE.replace('2026-02-15', '2026-02-17'));
  const again = await hears('a/kite.md: ');
  expect(again).toContain('2026-02-17');
  expect(again).not.toContain('other.md');
  fs.writeFileSync(path.join(folder, 'a/new.md'), KITE.replace('2026-02-15', '2026-02-18'));
  expect(await hears('a/new.md: ')).toContain('2026-02-18');
  fs.rmSync(path.join(folder, 'a/new.md'));
  fs.writeFileSync(path.join(folder, 'a/b/other.md'), KITE.replace('2026-02-15', '2026-02-19'));
  expect(await hears('a/b/other.md: ')).toContain('2026-02-19');
}, 40_000);

test('a file that an editor replaces is still watched', async () => {
  const folder = folderWith({ 'kite.md': KITE });
  const { hears } = watch(folder, 'kite.md');
  await hears('Watching');
  for (const day of ['2026-02-17', '2026-02-18']) {
    fs.writeFileSync(path.join(folder, 'next'), KITE.replace('2026-02-15', day));
    fs.renameSync(path.join(folder, 'next'), path.join(folder, 'kite.md'));
    expect(await hears('kite.md: ')).toContain(day);
  }
}, 40_000);
