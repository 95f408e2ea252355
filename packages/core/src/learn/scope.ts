import { fold } from '../model/fold.ts';
import { addDays, dayNumber, isDayText } from '../model/day.ts';
import { codedSeverityLevel } from '../model/severity-code.ts';
import type { MeasuredService } from '../measure/context.ts';
import type { IncidentRecord } from './incident-record.ts';
import type { Grouping, Insights } from './insights.ts';

export const DAY = 86_400_000;

/** Only records that have what is asked for; names as they stand in records, case and marks aside. */
export interface Filters {
  readonly service?: string;
  /** A level 1 to 5, a code such as `SEV2`, or as written. */
  readonly severity?: string;
  readonly team?: string;
  readonly factor?: string;
  readonly template?: string;
}

export interface InsightOptions {
  /** Milliseconds since 1970-01-01T00:00Z. What is not over is censored here. */
  readonly now: number;
  /** First and last day of the window, `YYYY-MM-DD`; by default from the month of the first post-mortem until now. */
  readonly from?: string;
  readonly to?: string;
  readonly filters?: Filters;
  readonly groupBy?: Grouping;
  /** The first day of “after”. By default the middle of the window; null for no comparison. */
  readonly split?: string | null;
  /** How far back an earlier incident makes a repeat. */
  readonly horizonDays?: number;
  readonly level?: number;
  readonly seed?: number;
  /** An IANA name, or `UTC+2`. */
  readonly zone?: string;
  readonly services?: readonly MeasuredService[];
}

/** A record that has a place in time. */
export interface DatedRecord extends IncidentRecord {
  readonly start: NonNullable<IncidentRecord['start']>;
}

/** What every figure is made from. */
export interface Scope {
  /** In the window and the filters, in the order of time. */
  readonly records: readonly DatedRecord[];
  /** The same without regard to the window: what was there before counts for repeats. */
  readonly ever: readonly DatedRecord[];
  readonly window: Insights['window'] & { readonly start: number; readonly end: number };
  readonly now: number;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly split: string | null;
  readonly isSplitGiven: boolean;
  readonly horizonDays: number;
  readonly level: number;
  readonly seed: number;
  readonly zone: string;
  readonly services: readonly MeasuredService[];
  /** How many groups ask the same question, so that chance finds are not taken for real ones. */
  readonly comparisons: number;
}

export function isDated(record: IncidentRecord): record is DatedRecord {
  return record.start !== null;
}

export function scopeOf(records: readonly IncidentRecord[], options: InsightOptions): Scope {
  const { now, filters = {}, split } = options;
  const today = new Date(now).toISOString().slice(0, 10);
  const ever = records
    .filter((record) => record.counting === 'counted' && passes(record, filters))
    .filter(isDated)
    .toSorted((a, b) => a.start.at - b.start.at || (a.file < b.file ? -1 : 1));
  const window = windowOf(ever, options, today);
  return {
    records: ever.filter(({ start: { day } }) => day >= window.from && day <= window.to),
    ever,
    window,
    now,
    today,
    split: split === null ? null : (validDay(split) ?? middleOf(window)),
    isSplitGiven: validDay(split) !== null,
    horizonDays: positive(options.horizonDays, 180),
    level: options.level !== undefined && options.level > 0 && options.level < 1 ? options.level : 0.95,
    seed: options.seed ?? 1,
    zone: options.zone ?? 'UTC',
    services: options.services ?? [],
    comparisons: 1,
  };
}

function windowOf(records: readonly DatedRecord[], options: InsightOptions, today: string): Scope['window'] {
  const first = records[0]?.start.day ?? today;
  const to = earlier(validDay(options.to) ?? today, today);
  const from = validDay(options.from) ?? earlier(`${first.slice(0, 7)}-01`, to);
  const days = Math.max(0, dayNumber(to) - dayNumber(from) + 1);
  return { from, to, days, start: dayNumber(from) * DAY, end: (dayNumber(to) + 1) * DAY };
}

function middleOf({ from, days }: Pick<Scope['window'], 'from' | 'days'>): string | null {
  return days < 2 ? null : addDays(from, Math.floor(days / 2));
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function validDay(day: string | null | undefined): string | null {
  return typeof day === 'string' && isDayText(day) ? day : null;
}

function positive(value: number | undefined, otherwise: number): number {
  return value !== undefined && value > 0 && Number.isFinite(value) ? value : otherwise;
}

/** Whether a record has what every filter asks for. */
function passes(record: IncidentRecord, { service, severity, team, factor, template }: Filters): boolean {
  const { services, teams, factors } = record;
  return (
    hasName(service, services) &&
    hasName(team, teams) &&
    hasName(template, [record.template]) &&
    (factor === undefined || factors.some(({ name }) => fold(name) === fold(factor))) &&
    hasSeverity(record, severity)
  );
}

function hasName(wanted: string | undefined, names: readonly (string | null)[]): boolean {
  return wanted === undefined || names.some((name) => name !== null && fold(name) === fold(wanted));
}

function hasSeverity({ severity }: IncidentRecord, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (severity === null) return false;
  const level = /^[1-5]$/.test(wanted.trim()) ? Number(wanted) : codedSeverityLevel(wanted);
  return fold(severity.written) === fold(wanted) || (level !== null && severity.level === level);
}
