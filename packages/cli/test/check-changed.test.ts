import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const NOTE = '# Kites down\n\n## Summary\n\nThe line tore.\n';

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

/** Two documents that are committed on main. */
function repository(): string {
  const folder = folderWith({ 'a.md': NOTE, 'deep/b ü.md': NOTE });
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'Begin');
  return folder;
}

function checked(folder: string, ...args: readonly string[]) {
  const { stdout, stderr, status } = debrief(folder, [
    'check',
    '--format',
    'json',
    '--fail-on',
    'never',
    '--no-cache',
    ...args,
  ]);
  const files = status === 0 ? (JSON.parse(stdout) as readonly { file: string }[]).map(({ file }) => file) : [];
  return { files, stderr, status };
}

test('nothing changed is fine', () => {
  expect(checked(repository(), '--changed')).toMatchObject({
    files: [],
    status: 0,
    stderr: '0 documents checked, nothing to ask\n',
  });
});

test('what changed, is staged or is new counts; what is gone, ignored or no Markdown does not', () => {
  const folder = repository();
  fs.appendFileSync(path.join(folder, 'deep/b ü.md'), '\nMore.\n');
  for (const name of ['new.md', 'staged.md', 'ignored.md', 'new.txt']) fs.writeFileSync(path.join(folder, name), NOTE);
  fs.writeFileSync(path.join(folder, '.gitignore'), 'ignored.md\n');
  git(folder, 'add', 'staged.md');
  fs.rmSync(path.join(folder, 'a.md'));
  const files = ['new.md', 'staged.md', 'deep/b ü.md'];
  expect(checked(folder, '--changed').files).toEqual(files);
  expect(checked(folder, '--changed', '.').files).toEqual(files);
  expect(checked(folder, '--changed', 'deep').files).toEqual(['deep/b ü.md']);
  expect(checked(path.join(folder, 'deep'), '--changed').files).toEqual(['b ü.md']);
});

test('against a branch, only what was done since the two parted counts', () => {
  const folder = repository();
  git(folder, 'switch', '-q', '-c', 'ours');
  fs.writeFileSync(path.join(folder, 'ours.md'), NOTE);
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'Ours');
  git(folder, 'switch', '-q', 'main');
  fs.writeFileSync(path.join(folder, 'theirs.md'), NOTE);
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'Theirs');
  git(folder, 'switch', '-q', 'ours');
  expect(checked(folder, '--changed').files).toEqual([]);
  expect(checked(folder, '--changed=main').files).toEqual(['ours.md']);
});

test('a repository without a commit is all new', () => {
  const folder = folderWith({ 'a.md': NOTE, 'b.md': NOTE });
  git(folder, 'init', '-q');
  git(folder, 'add', 'a.md');
  expect(checked(folder, '--changed').files).toEqual(['a.md', 'b.md']);
});

test.each([
  ['--changed=nowhere', 'git knows no commit “nowhere”'],
  ['--changed=--output=x', 'git knows no commit “--output=x”'],
  ['--changed=', 'needs a branch'],
])('%s is refused', (arg, words) => {
  const folder = repository();
  const { status, stderr } = checked(folder, arg);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(fs.existsSync(path.join(folder, 'x'))).toBe(false);
});

test('without git it says what is missing', () => {
  const { status, stderr } = debrief(repository(), ['check', '--changed'], '', { PATH: '' });
  expect(status).toBe(2);
  expect(stderr).toContain('--changed needs git');
});
