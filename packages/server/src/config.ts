import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';

const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0', '']).transform((word) => 'true1'.includes(word) && word !== ''),
]);

/** Every setting of the server: its name in the file; `DEBRIEF_` and capitals in the environment; dashes as a flag. */
export const configSchema = z.strictObject({
  data: z
    .string()
    .min(1)
    .default('debrief-data')
    .describe('the folder of the database, relative to where it is started'),
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .describe('a PostgreSQL database in place of the one in the data folder: postgres://user:password@host/database'),
  host: z.string().min(1).default('127.0.0.1').describe('the address to listen at; 0.0.0.0 for all'),
  port: number(0, 65_535).default(7070).describe('the port to listen at; 0 takes a free one'),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('where people find it, with the path that a proxy puts before it: https://example.com/debrief'),
  trustProxy: flag.default(false).describe('whether X-Forwarded-For of the one proxy before it is believed'),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('how much is logged'),
  largestRequest: number(1_000, 1_000_000_000).default(20_000_000).describe('bytes of a request, imports aside'),
  largestImport: number(1_000, 10_000_000_000).default(200_000_000).describe('bytes of an import'),
  requestSeconds: number(1, 3_600).default(30).describe('seconds until a request that does not go on is ended'),
  requestsPerMinute: number(0, 100_000_000)
    .default(6_000)
    .describe('requests that one account may make in a minute, one address twice as many; 0 for no limit'),
  metricsToken: z
    .string()
    .min(16)
    .optional()
    .describe(
      'lets a collector read /metrics from elsewhere, as Authorization: Bearer; without it, this machine alone',
    ),
  demo: flag.default(false).describe('fills an empty workspace with invented post-mortems'),
});

export type Config = z.infer<typeof configSchema>;

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  /** What is wrong, one sentence each, with the place it was set at. */
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * The settings of the server: flags win over the environment, which wins over the file that `--config` names. This is
 * the one place that reads the environment.
 *
 * @example readConfig(['--port', '8080'], process.env, process.cwd()) // { ok: true, config: { port: 8080, … } }
 */
export function readConfig(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): ConfigReading {
  const flags = flagsIn(args);
  if ('faults' in flags) return { ok: false, faults: flags.faults };
  const { config: file, ...given } = flags.values;
  const fromFile = file === undefined ? {} : valuesOfFile(path.resolve(folder, file));
  if ('faults' in fromFile) return { ok: false, faults: fromFile.faults as readonly string[] };
  const read = configSchema.safeParse({ ...fromFile, ...valuesOfEnvironment(environment), ...given });
  if (read.success) return { ok: true, config: { ...read.data, data: path.resolve(folder, read.data.data) } };
  return {
    ok: false,
    faults: read.error.issues.map(({ path: [name], message, code, ...issue }) =>
      code === 'unrecognized_keys' && 'keys' in issue
        ? `There is no setting “${String(issue.keys)}”. There are: ${names.join(', ')}.`
        : `${String(name)}: ${message}. Set it as --${dashed(String(name))}, ${variableOf(String(name))} or in the file.`,
    ),
  };
}

const names = Object.keys(configSchema.shape);
const isFlag = (name: string): boolean => name === 'trustProxy' || name === 'demo';

function flagsIn(
  args: readonly string[],
): { readonly values: Readonly<Record<string, string>> } | { readonly faults: readonly string[] } {
  const options = Object.fromEntries(
    names.map((name) => [dashed(name), { type: isFlag(name) ? ('boolean' as const) : ('string' as const) }]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, config: { type: 'string' } } });
    return { values: Object.fromEntries(Object.entries(values).map(([name, value]) => [joined(name), value])) };
  } catch (error) {
    return {
      faults: [`${(error as Error).message} There are: ${names.map((name) => `--${dashed(name)}`).join(', ')}.`],
    };
  }
}

function valuesOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[variableOf(name)];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}

function valuesOfFile(file: string): Readonly<Record<string, unknown>> {
  try {
    const values: unknown = parse(fs.readFileSync(file, 'utf8'), { maxAliasCount: 0 });
    if (values === null) return {};
    if (typeof values !== 'object' || Array.isArray(values)) return { faults: [`${file} does not hold settings.`] };
    return values as Record<string, unknown>;
  } catch (error) {
    return { faults: [`${file} cannot be read: ${(error as Error).message}`] };
  }
}

/** @example variableOf('databaseUrl') // 'DEBRIEF_DATABASE_URL' */
function variableOf(name: string): string {
  return `DEBRIEF_${dashed(name).replaceAll('-', '_').toUpperCase()}`;
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function joined(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
