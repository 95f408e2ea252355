import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../src/write-whole.ts';
import { folderWith } from './command.ts';

const source = path.join(import.meta.dirname, '../src/write-whole.ts');

/** A process that writes a file in a loop, whole each time: all of one letter. */
function writer(file: string, letters: string): ReturnType<typeof spawn> {
  const program = `
    const { writeWhole } = await import(${JSON.stringify(source)});
    for (let at = 0; ; at += 1) {
      writeWhole(${JSON.stringify(file)}, ${JSON.stringify(letters)}[at % ${letters.length}].repeat(200_000), { replace: true });
      if (at === 0) console.log('ready');
    }`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
}

test('a file is new, replaced, or left', () => {
  const file = path.join(folderWith({}), 'a.md');
  expect(writeWhole(file, 'one', { replace: false })).toEqual({ state: 'written' });
  expect(writeWhole(file, 'two', { replace: false })).toEqual({ state: 'exists' });
  expect(fs.readFileSync(file, 'utf8')).toBe('one');
  expect(writeWhole(file, 'ünë 🔥\r\n', { replace: true })).toEqual({ state: 'written' });
  expect(fs.readFileSync(file, 'utf8')).toBe('ünë 🔥\r\n');
  expect(fs.readdirSync(path.dirname(file))).toEqual(['a.md']);
});

test('a name as long as the system takes can be written', () => {
  const file = path.join(folderWith({}), `${'x'.repeat(250)}.md`);
  expect(writeWhole(file, 'one', { replace: true })).toEqual({ state: 'written' });
});

test('a missing folder is named', () => {
  const file = path.join(folderWith({}), 'gone/a.md');
  expect(writeWhole(file, 'x', { replace: true })).toEqual({
    state: 'refused',
    message: 'its folder is not there; make the folder first',
  });
});

test('a writer that is killed leaves a whole file', { timeout: 60_000 }, async () => {
  const folder = folderWith({});
  const file = path.join(folder, 'a.md');
  for (let round = 0; round < 5; round += 1) {
    const child = writer(file, 'ab');
    if (child.stdout !== null) await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, 20 * round));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const text = fs.readFileSync(file, 'utf8');
    expect(text).toBe((text[0] ?? '').repeat(200_000));
  }
});

test('readers and two writers at once see whole files only', { timeout: 60_000 }, async () => {
  const file = path.join(folderWith({}), 'a.md');
  const writers = [writer(file, 'ab'), writer(file, 'cd')];
  for (const { stdout } of writers) if (stdout !== null) await once(stdout, 'data');
  const seen = new Set<string>();
  for (let round = 0; round < 300; round += 1) {
    const text = fs.readFileSync(file, 'utf8');
    seen.add(text[0] ?? '');
    expect(text === (text[0] ?? '').repeat(200_000)).toBe(true);
  }
  for (const child of writers) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  expect(seen.size).toBeGreaterThan(1);
});

test('of many who start a file at once one does', { timeout: 60_000 }, async () => {
  const file = path.join(folderWith({}), 'a.md');
  const program = `
    const { writeWhole } = await import(${JSON.stringify(source)});
    console.log(writeWhole(${JSON.stringify(file)}, String(process.pid), { replace: false }).state);`;
  const outputs = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
      let output = '';
      child.stdout.on('data', (data: Buffer) => (output += data.toString()));
      await once(child, 'close');
      return output.trim();
    }),
  );
  expect(outputs.toSorted()).toEqual(['exists', 'exists', 'exists', 'exists', 'exists', 'written']);
});
