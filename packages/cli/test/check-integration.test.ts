import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from './command.ts';
import { sarifLog } from './sarif-schema.ts';

const root = path.join(import.meta.dirname, '../../..');
const command = path.join(root, 'bin/debrief.js');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'bin/package.json'), 'utf8')) as { version: string };

const KITE = '# Kites down\n\n**Date:** 2026-03-01\n\n## Action items\n\n- [ ] Add a limit (@ana, due 2026-02-15)\n';
const SETTINGS = 'rules:\n  consistent/due-before-incident: error\n';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
      readonly id?: string;
    }[];
  };
}

const action = parse(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  expect(spawnSync('git', [...identity, ...args], { cwd: folder }).status).toBe(0);
}

/** A repository with two documents, the settings, and `debrief` and `npm` in a folder of programs. */
function repository(): string {
  const folder = folderWith({
    'postmortems/a b.md': KITE,
    'postmortems/c.md': '# Kites up\n',
    'debrief.yaml': SETTINGS,
    'bin/debrief': `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`,
    'bin/npm': '#!/bin/sh\nfor word in "$@"; do echo "$word"; done > "$RUNNER_TEMP/npm.txt"\n',
    '.gitignore': 'bin\ntemp\n',
    'temp/none': '',
  });
  for (const name of ['debrief', 'npm']) fs.chmodSync(path.join(folder, 'bin', name), 0o755);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'Begin');
  return folder;
}

/** Runs a step as a runner would: inputs are put into its environment, and bash stops at the first error. */
function runStep(folder: string, at: number, inputs: Readonly<Record<string, string>> = {}) {
  const step = action.runs.steps[at];
  const output = path.join(folder, 'temp/output');
  const paths = path.join(folder, 'temp/path');
  for (const file of [output, paths]) fs.writeFileSync(file, '');
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => [
      name,
      value.replace(
        /^\$\{\{ inputs\.([\w-]+) \}\}$/,
        (_, input: string) => inputs[input] ?? action.inputs[input]?.default ?? '?',
      ),
    ]),
  );
  const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'false'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...env,
      PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
      XDG_CACHE_HOME: path.join(folder, 'temp'),
      RUNNER_TEMP: path.join(folder, 'temp'),
      GITHUB_OUTPUT: output,
      GITHUB_PATH: paths,
    },
  });
  return { ...done, output: fs.readFileSync(output, 'utf8'), paths: fs.readFileSync(paths, 'utf8') };
}

test('the action is a composite one, whose steps take inputs from their environment alone', () => {
  expect(action.runs.using).toBe('composite');
  for (const { run, env } of action.runs.steps) {
    expect(run).not.toContain('${{');
    for (const value of Object.values(env)) expect(value).toMatch(/^\$\{\{ inputs\.[\w-]+ \}\}$/);
  }
  const used = action.runs.steps.flatMap(({ env }) => Object.values(env).map((value) => value.slice(11, -3)));
  expect(used.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
  expect(action.inputs['version']?.default).toBe(version);
});

test('the action installs one package, of the version that was asked for', () => {
  const folder = repository();
  const { status, paths } = runStep(folder, 0, { version: '1.2.3' });
  expect(status).toBe(0);
  const words = fs.readFileSync(path.join(folder, 'temp/npm.txt'), 'utf8').trim().split('\n');
  expect(words[0]).toBe('install');
  expect(words.filter((word) => word.includes('@'))).toEqual(['debrief@1.2.3']);
  expect(paths.trim()).toBe(path.join(folder, 'temp/debrief/node_modules/.bin'));
});

test('the action annotates, writes SARIF, and fails where findings do', () => {
  const folder = repository();
  const { status, stdout, output } = runStep(folder, 1, {
    paths: 'postmortems/a b.md\npostmortems/c.md\n',
    'sarif-file': 'out.sarif',
  });
  expect(status).toBe(1);
  expect(stdout).toContain('::error file=postmortems/a b.md,line=7,');
  expect(output).toBe('status=1\n');
  const sarif = sarifLog.parse(JSON.parse(fs.readFileSync(path.join(folder, 'out.sarif'), 'utf8')));
  expect(sarif.runs[0]?.results.some(({ level }) => level === 'error')).toBe(true);
});

test.each([
  [{ 'fail-on': 'never' }, 0],
  [{ changed: 'HEAD' }, 0],
  [{ stage: 'review' }, 1],
  [{ stage: 'nonsense' }, 2],
  [{ paths: '$(touch owned); `touch owned`' }, 2],
  [{ changed: 'x"; touch owned; "' }, 2],
])('the action with %j ends with %i', (inputs, expected) => {
  const folder = repository();
  const { status, output } = runStep(folder, 1, inputs);
  expect({ status, output }).toEqual({ status: expected, output: `status=${expected}\n` });
  expect(fs.existsSync(path.join(folder, 'owned'))).toBe(false);
});

test('the hook runs the command on the files that are staged', () => {
  const hooks = parse(fs.readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly types: readonly string[];
    readonly additional_dependencies: readonly string[];
  }[];
  expect(hooks.map(({ id }) => id)).toEqual(['debrief-check']);
  const [hook] = hooks;
  expect(hook?.language).toBe('node');
  expect(hook?.types).toEqual(['markdown']);
  expect(hook?.additional_dependencies).toEqual([`debrief@${version}`]);

  const folder = repository();
  const [program = '', ...args] = hook?.entry.split(' ') ?? [];
  const run = (...files: readonly string[]) =>
    spawnSync(path.join(folder, 'bin', program), [...args, ...files], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: path.join(folder, 'temp') },
    });
  expect(run('postmortems/c.md').status).toBe(0);
  expect(run('postmortems/a b.md', 'postmortems/c.md')).toMatchObject({ status: 1 });
});
