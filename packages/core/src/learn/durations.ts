import { type Duration, durationMetrics, durationsIn, titleOfMetric } from './duration-metrics.ts';
import { ecdfBand } from './ecdf-band.ts';
import type { Durations, Reason } from './insights.ts';
import { medianInterval } from './median-interval.ts';
import { quantile } from './quantile.ts';
import type { Scope } from './scope.ts';
import { countOf, isReason, minutesInWords, percentInWords, rangeInWords, sentence } from './wording.ts';

const QUANTILES = [0.25, 0.75, 0.9, 0.95];

/** The durations that some post-mortem tells, each incident as a point, with median and quantiles as far as n allows. */
export function durationFigures(scope: Scope): readonly Durations[] {
  return durationMetrics.flatMap((metric) => {
    const { told, unknown } = durationsIn(scope.records, metric);
    return told.length === 0 && metric !== durationMetrics[0] ? [] : [figureOf(metric, told, unknown, scope)];
  });
}

function figureOf(metric: string, told: readonly Duration[], unknown: number, { level }: Scope): Durations {
  const title = titleOfMetric(metric);
  const early = told.filter(({ minutes, open }) => !open && minutes <= 0).length;
  const negative = told.filter(({ minutes, open }) => !open && minutes < 0).length;
  const values = told.filter(({ open }) => !open).map(({ minutes }) => Math.max(0, minutes));
  const open = told.filter((each) => each.open).map(({ minutes }) => Math.max(0, minutes));
  const median = medianOf(values, open, level);
  const cannotTell = isReason(median) ? median.reason : null;
  return {
    id: `duration/${metric}`,
    title,
    definition: `${told[0]?.definition ?? metric}; median with its order-statistic interval, quantiles by linear interpolation (R-7)`,
    unit: 'minutes',
    n: told.length,
    censored: open.length,
    unknown,
    statement: statementOf(title, values, open.length, median),
    cannotTell,
    notes: [
      ...(negative > 0
        ? [
            `${sentence(countOf(negative, 'value'))} below zero (an early warning) count as 0; they stand in the table as they are.`,
          ]
        : []),
      ...(early > negative
        ? [`${sentence(countOf(early - negative, 'value'))} of zero cannot stand on a log axis; the table has them.`]
        : []),
      ...(unknown > 0
        ? [`${sentence(countOf(unknown, 'post-mortem'))} of this window ${unknown === 1 ? 'does' : 'do'} not tell it.`]
        : []),
    ],
    metric,
    points: told.map(({ record, minutes, open: isOpen }) => ({
      file: record.file,
      title: record.title,
      at: record.start.at,
      minutes,
      open: isOpen,
    })),
    median,
    quantiles: QUANTILES.map((q) => ({ q, value: quantileOf(values, open, q, level) })),
    ecdf: ecdfOf(values, open.length, level),
    early,
  };
}

/** Open ones are placed where they stand now and where they may end: only what is the same in both is told. */
function medianOf(values: readonly number[], open: readonly number[], level: number): Durations['median'] {
  if (values.length + open.length === 0) return { reason: 'No post-mortem of this window tells it.' };
  const now = medianInterval({ values: [...values, ...open], level });
  if (isReason(now)) return { reason: now.reason };
  const later = open.length === 0 ? now : medianInterval({ values: [...values, ...open.map(() => NEVER)], level });
  if (isReason(later) || later.median !== now.median || later.low !== now.low || later.high !== now.high)
    return openReason(open.length);
  return { median: now.median, low: now.low, high: now.high, level, coverage: now.coverage };
}

/** Longer than anything; a number, since what it is compared with are numbers. */
const NEVER = Number.MAX_VALUE / 4;

function openReason(open: number): Reason {
  return {
    reason: `${sentence(countOf(open, 'incident'))} not over yet could still change this; how long until half are over counts them.`,
  };
}

function quantileOf(values: readonly number[], open: readonly number[], q: number, level: number): number | Reason {
  const least = Math.ceil(Math.log(1 - level) / Math.log(Math.max(q, 1 - q)) - 1e-9);
  const n = values.length + open.length;
  if (n < least)
    return { reason: `It takes ${least} values to tell this one, and there ${n === 1 ? 'is' : 'are'} ${n}.` };
  const found = quantile({ values: [...values, ...open], q, method: 'linear' });
  const later =
    open.length === 0 ? found : quantile({ values: [...values, ...open.map(() => NEVER)], q, method: 'linear' });
  if (typeof found !== 'number') return found;
  return later === found ? found : openReason(open.length);
}

function ecdfOf(values: readonly number[], open: number, level: number): Durations['ecdf'] {
  if (open > 0) return openReason(open);
  if (values.length === 0) return { reason: 'No post-mortem of this window tells it.' };
  const found = ecdfBand({ values, level });
  return isReason(found) ? found : { epsilon: found.epsilon, level, steps: found.steps };
}

function statementOf(title: string, values: readonly number[], open: number, median: Durations['median']): string {
  const n = values.length + open;
  if (n === 0) return `${title}: no post-mortem of this window tells it.`;
  const still = open > 0 ? `, ${open} of them not over` : '';
  if (isReason(median)) {
    if (n > 5) return `${title}: ${countOf(n, 'incident')}${still}. ${median.reason}`;
    if (values.length === 0) return `${title}: ${countOf(n, 'incident')}, none of them over.`;
    const shown = values.toSorted((a, b) => a - b).map(minutesInWords);
    return `${title}: ${countOf(n, 'incident')}${still} (${shown.join(', ')}). Too few for an interval, so here are the values.`;
  }
  const range =
    median.low === median.high
      ? `limits of the median both ${minutesInWords(median.low)}`
      : `the true median lies within ${rangeInWords(median, minutesInWords)}`;
  return `${title}: half of ${countOf(n, 'incident')} took ${minutesInWords(median.median)} or less; ${range} (${percentInWords(median.level)})${still}.`;
}
