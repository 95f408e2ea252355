import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export interface Finished {
  readonly status: number | null;
  /** The first line on standard error. */
  readonly complaint: string;
  /** The highest resident set in MB, where GNU time is there to tell it. */
  readonly peak: number | undefined;
}

export const debriefCommand = path.join(import.meta.dirname, '../../bin/debrief.js');

const gnuTime = '/usr/bin/time';
const hasGnuTime = spawnSync(gnuTime, ['--version'], { stdio: 'ignore' }).status === 0;

export const peakNote = hasGnuTime ? '' : 'Memory was left out: it needs GNU time at /usr/bin/time.';

/**
 * Runs a program to its end with its output thrown away. GNU time stands between, because a program started by this
 * process would count the memory of this process as its own peak.
 */
export function runProcess(
  command: string,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Finished {
  const peakFile = path.join(folder, 'peak.txt');
  const [program, all] = hasGnuTime
    ? [gnuTime, ['--quiet', '--format=%M', `--output=${peakFile}`, command, ...args]]
    : [command, args];
  const { status, stderr, error } = spawnSync(program, all, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const [complaint = ''] = (error?.message ?? stderr).split('\n');
  return { status, complaint, peak: hasGnuTime ? Number(fs.readFileSync(peakFile, 'utf8')) / 1_000 : undefined };
}

/** 0 is fine and 1 means findings, for every command that is measured here. */
export function hasWorked({ status }: Finished): boolean {
  return status === 0 || status === 1;
}
