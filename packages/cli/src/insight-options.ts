import { parsedArguments } from './parsed-arguments.ts';
import { addDays, type Filters, type Grouping, groupings, isDayText } from '@debrief/core';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

const formats = ['text', 'json', 'html'] as const;
export type InsightFormat = (typeof formats)[number];

export interface InsightCommandOptions {
  readonly paths: readonly string[];
  readonly format: InsightFormat;
  /** Days, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string | null;
  readonly split: string | null;
  readonly filters: Filters;
  readonly groupBy: Grouping | null;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  readonly zone: string | null;
  readonly seed: number;
  readonly output: string | null;
  readonly useCache: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly width: number;
}

/** What was asked for on the command line; wrong use throws and says what to write instead. */
export function insightOptionsOf(
  args: readonly string[],
  { stdout, env }: Terminal,
  clock: number,
): InsightCommandOptions {
  const { values, positionals } = parsedArguments(args, OPTIONS);
  if (positionals.length === 0)
    throw new WrongUse('name the files or folders to learn from, such as docs/postmortems, or - for standard input.');
  const from = dayOf('from', values.from);
  const to = dayOf('to', values.to);
  if (from !== null && to !== null && from > to)
    throw new WrongUse(`--from ${from} lies after --to ${to}; put the earlier day first.`);
  return {
    paths: positionals,
    format: oneOf('format', values.format ?? 'text', formats),
    from,
    to,
    split: values.split === 'none' ? 'none' : dayOf('split', values.split),
    filters: filtersOf(values),
    groupBy: values['group-by'] === undefined ? null : oneOf('group-by', values['group-by'], groupings),
    now: values.now === undefined ? clock : instantOf(values.now),
    zone: values.zone === undefined ? null : zoneOf(values.zone),
    seed: values.seed === undefined ? 1 : seedOf(values.seed),
    output: values.output ?? null,
    useCache: values['no-cache'] !== true,
    quiet: values.quiet ?? false,
    color: values['no-color'] !== true && stdout.isTTY && (env['NO_COLOR'] ?? '') === '',
    width: stdout.isTTY ? Math.min(WIDEST, Math.max(NARROWEST, stdout.columns)) : widthIn(env['COLUMNS']),
  };
}

const STANDARD_WIDTH = 100;
const NARROWEST = 60;
const WIDEST = 120;

function widthIn(columns: string | undefined): number {
  const width = /^\d{2,3}$/.test(columns ?? '') ? Number(columns) : STANDARD_WIDTH;
  return Math.min(WIDEST, Math.max(NARROWEST, width));
}

const FILTERS = ['service', 'severity', 'team', 'factor', 'template'] as const;

function filtersOf(values: Readonly<Partial<Record<(typeof FILTERS)[number], string>>>): Filters {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = values[name];
      if (value === undefined) return [];
      if (value.trim() === '') throw new WrongUse(`--${name} is empty; name a ${name}, or leave it out.`);
      return [[name, value]];
    }),
  );
}

function dayOf(option: string, written: string | undefined): string | null {
  if (written === undefined) return null;
  if (!isDayText(written)) throw new WrongUse(`--${option} takes a day such as 2026-03-01, not “${written}”.`);
  return written;
}

function oneOf<T extends string>(option: string, written: string, names: readonly T[]): T {
  const found = names.find((name) => name === written);
  if (found === undefined) throw new WrongUse(`--${option} takes one of ${names.join(', ')}, not “${written}”.`);
  return found;
}

/** A day means its end, so that what happened on it counts. */
function instantOf(written: string): number {
  const at = isDayText(written) ? Date.parse(`${addDays(written, 1)}T00:00:00Z`) - 1 : timeOf(written);
  if (Number.isNaN(at)) throw new WrongUse(`--now takes a time such as 2026-03-01T12:00Z, not “${written}”.`);
  return at;
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

function timeOf(written: string): number {
  return TIME.test(written) ? Date.parse(written) : Number.NaN;
}

function zoneOf(written: string): string {
  const isDistance = /^(?:UTC|GMT)[+-]\d{1,2}(?::?[0-5]\d)?$/i.test(written);
  try {
    if (!isDistance) new Intl.DateTimeFormat('en', { timeZone: written }).format(0);
    return written;
  } catch {
    throw new WrongUse(`--zone takes a zone such as Europe/Oslo, UTC or UTC+2, not “${written}”.`);
  }
}

function seedOf(written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw new WrongUse(`--seed takes a whole number from 0, not “${written}”.`);
  return Number(written);
}

const OPTIONS = {
  format: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  split: { type: 'string' },
  service: { type: 'string' },
  severity: { type: 'string' },
  team: { type: 'string' },
  factor: { type: 'string' },
  template: { type: 'string' },
  'group-by': { type: 'string' },
  now: { type: 'string' },
  zone: { type: 'string' },
  seed: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'no-cache': { type: 'boolean' },
  quiet: { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const;
