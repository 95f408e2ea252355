import { parsedArguments } from './parsed-arguments.ts';
import type { StageName } from '@debrief/core';
import {
  type CheckFormatName,
  checkFormatNames,
  type CheckLook,
  findingLevels,
  type FindingLevel,
} from './check-format.ts';
import { instantOf } from './instant-of.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly stage: StageName | null;
  readonly look: CheckLook;
  readonly fix: boolean;
  readonly baseline: string | null;
  readonly updateBaseline: boolean;
  /** The commit against which documents have to have changed; null for all documents. */
  readonly changed: string | null;
  readonly watch: boolean;
  readonly quiet: boolean;
  readonly useCache: boolean;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  stage: text,
  format: text,
  'fail-on': text,
  baseline: text,
  'update-baseline': flag,
  changed: text,
  now: text,
  fix: flag,
  watch: flag,
  explain: flag,
  quiet: flag,
  'no-color': flag,
  'no-cache': flag,
} as const;

/** Named here, since loading the rules for three words takes longer than telling what did not change. */
const STAGES = Object.keys({ draft: 0, review: 1, published: 2 } satisfies Record<StageName, number>) as StageName[];
const FAIL_ON = [...findingLevels, 'never'] as const;
const NARROWEST = 40;

export async function checkOptionsOf(
  args: readonly string[],
  { stdout, env }: Terminal,
  clock: number,
): Promise<CheckOptions> {
  const { values, positionals } = parsed(args);
  const changed = values.changed ?? null;
  if (positionals.length === 0 && changed === null)
    throw new WrongUse('name a file or a folder to check, or - for standard input.');
  const format = await oneOf<CheckFormatName>('format', values.format ?? 'text', checkFormatNames);
  const failOn = await oneOf('fail-on', values['fail-on'] ?? 'error', FAIL_ON);
  const options = {
    paths: positionals.length === 0 ? ['.'] : positionals,
    stage: values.stage === undefined ? null : await oneOf<StageName>('stage', values.stage, STAGES),
    look: {
      format,
      color: values['no-color'] !== true && stdout.isTTY && (env['NO_COLOR'] ?? '') === '',
      width: stdout.isTTY ? Math.max(NARROWEST, Math.min(120, stdout.columns)) : 100,
      explain: values.explain === true,
      failOn: failOn === 'never' ? null : (failOn satisfies FindingLevel),
    },
    fix: values.fix === true,
    baseline: values.baseline ?? null,
    updateBaseline: values['update-baseline'] === true,
    changed,
    watch: values.watch === true,
    quiet: values.quiet === true,
    useCache: values['no-cache'] !== true,
    now: nowOf(values.now, clock),
  };
  refuseTogether(options);
  return options;
}

function refuseTogether({ paths, fix, baseline, updateBaseline, changed, watch, look }: CheckOptions): void {
  const isInput = paths.includes('-');
  const reasons: readonly (readonly [boolean, string])[] = [
    [isInput && fix, '--fix writes into files; standard input has none.'],
    [isInput && changed !== null, '--changed is about files; standard input is none.'],
    [isInput && watch, '--watch is about files; standard input cannot be watched.'],
    [updateBaseline && baseline === null, '--update-baseline needs to know the file: --baseline FILE.'],
    [watch && updateBaseline, '--watch and --update-baseline do not go together; update the baseline first.'],
    [watch && look.format !== 'text', '--watch prints text; leave --format away.'],
    [changed === '', '--changed= needs a branch, a tag or a commit behind it.'],
  ];
  const found = reasons.find(([isSo]) => isSo);
  if (found !== undefined) throw new WrongUse(found[1]);
}

async function oneOf<Name extends string>(option: string, given: string, names: readonly Name[]): Promise<Name> {
  const found = names.find((name) => name === given);
  if (found !== undefined) return found;
  const { nearestOf } = await import('@debrief/core');
  const listed = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  throw new WrongUse(
    `--${option} takes ${listed}, not “${given.slice(0, 60)}”; did you mean “${nearestOf(given, names)}”?`,
  );
}

function nowOf(given: string | undefined, clock: number): number {
  if (given === undefined) return clock;
  const now = instantOf(given, new Date(clock).toISOString());
  if (now === null) throw new WrongUse(`--now takes a time such as 2026-05-01T10:00Z, not “${given}”.`);
  return Date.parse(now);
}

/** `--changed` may stand alone, which means against the last commit. */
function parsed(args: readonly string[]) {
  const end = args.indexOf('--');
  const given = args.map((arg, at) => (arg === '--changed' && (end < 0 || at < end) ? '--changed=HEAD' : arg));
  return parsedArguments(given, OPTIONS);
}
