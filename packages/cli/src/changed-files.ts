import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { FoundFile } from './find-files.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Those of some documents that differ from a commit in git, staged or not, and those that git does not know yet. Against
 * another branch, what counts is where the two parted, so that changes of others are none of ours.
 *
 * @param commit a branch, a tag or a commit
 * @throws WrongUse without git, outside of a repository, and where there is no such commit
 */
export function changedFiles(files: readonly FoundFile[], commit: string, cwd: string): readonly FoundFile[] {
  const root = git(
    cwd,
    ['rev-parse', '--show-toplevel'],
    'this folder is in no git repository; --changed needs one',
  ).trim();
  const listed = (args: readonly string[]): readonly string[] =>
    git(root, args, 'git could not tell what changed').split('\0').filter(Boolean);
  const untracked = listed(['ls-files', '-z', '--others', '--exclude-standard']);
  const tracked = isUnborn(root, commit)
    ? listed(['ls-files', '-z', '--cached'])
    : listed(['diff', '--name-only', '-z', '--no-ext-diff', '--diff-filter=d', baseOf(root, commit), '--']);
  const changed = new Set([...tracked, ...untracked].map((name) => path.join(root, name)));
  return changed.size === 0 ? [] : files.filter(({ file }) => changed.has(realPath(file)));
}

/** A repository without a commit: all that is in it is new. */
function isUnborn(root: string, commit: string): boolean {
  return commit === 'HEAD' && run(root, ['rev-parse', '--verify', '--quiet', 'HEAD']).status !== 0;
}

function baseOf(root: string, commit: string): string {
  const problem = `git knows no commit “${commit.slice(0, 100)}”; fetch it, or name another with --changed=REF`;
  const id = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`], problem).trim();
  const parted = run(root, ['merge-base', id, 'HEAD']);
  return parted.status === 0 ? parted.stdout.trim() : id;
}

function git(cwd: string, args: readonly string[], problem: string): string {
  const { status, stdout, stderr, error } = run(cwd, args);
  if (error !== undefined && 'code' in error && error.code === 'ENOENT')
    throw new WrongUse('--changed needs git, and it was not found. Install it, or name the files.');
  if (error === undefined && status === 0) return stdout;
  const [said = ''] = (error?.message ?? stderr).trim().split('\n');
  throw new WrongUse(`${problem}.${said === '' ? '' : ` (git: ${said})`}`);
}

function run(cwd: string, args: readonly string[]) {
  return spawnSync('git', ['-c', 'core.quotePath=false', ...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
}

function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}
