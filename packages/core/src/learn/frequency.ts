import { addMonths, dayNumber } from '../model/day.ts';
import { gammaTails } from './gamma-distribution.ts';
import type { Frequency } from './insights.ts';
import { laplaceTrend } from './laplace-trend.ts';
import { poissonInterval } from './poisson-interval.ts';
import { DAY, type Scope } from './scope.ts';
import { countOf, daysInWords, isReason, numberInWords, pInWords, rangeInWords, sentence } from './wording.ts';

/** Below this many, a count and its interval are all that can be told. */
const FEWEST = 5;
const MONTH_DAYS = 30;

/**
 * How often incidents with a post-mortem happened: an exact Poisson interval (Garwood 1936), after a test for a trend
 * (Laplace). Where there is a trend or fewer than five there is no single time between incidents.
 */
export function frequencyOf(scope: Scope): Frequency {
  const { records, window, level } = scope;
  const count = records.length;
  const rate = rateOf(count, window.days, level);
  const trend = trendOf(scope);
  const hasTrend = !isReason(trend) && trend.p < 1 - level;
  const timeBetween = timeBetweenOf(scope, rate, hasTrend);
  const months = monthsOf(scope);
  return {
    id: 'frequency',
    title: 'Post-mortems a month',
    definition: 'Post-mortems that began in the window per 30 days, with an exact Poisson interval (Garwood)',
    unit: 'per 30 days',
    n: count,
    censored: 0,
    unknown: 0,
    statement: statementOf(scope, rate, trend, timeBetween),
    cannotTell: isReason(timeBetween) ? timeBetween.reason : null,
    notes: [
      'Incidents without a post-mortem are not seen.',
      'The interval takes incidents to come one by one, independent of each other.',
      ...clusterNote(months, count, window.days),
    ],
    days: window.days,
    rate,
    timeBetween,
    trend,
    months,
  };
}

function rateOf(count: number, days: number, level: number): Frequency['rate'] {
  if (days === 0) return { reason: 'The window holds no day, so there is no rate.' };
  const found = poissonInterval({ count, exposure: days / MONTH_DAYS, level });
  return isReason(found) ? found : { rate: found.rate, low: found.low, high: found.high, level };
}

function trendOf({ records, window }: Scope): Frequency['trend'] {
  if (records.length < FEWEST)
    return { reason: `A trend cannot be told from ${countOf(records.length, 'post-mortem')}; five is the fewest.` };
  // A day is that of the document's own clock, so an instant may lie some hours outside in UTC.
  const times = records.map(({ start }) => Math.min(Math.max((start.at - window.start) / DAY, 0), window.days));
  const found = laplaceTrend({ times, end: window.days });
  return isReason(found) ? found : { z: found.z, p: found.p };
}

function timeBetweenOf(
  { records, window, level }: Scope,
  rate: Frequency['rate'],
  hasTrend: boolean,
): Frequency['timeBetween'] {
  if (isReason(rate)) return rate;
  if (records.length < FEWEST)
    return {
      reason: `With ${countOf(records.length, 'post-mortem')} there is a count and its interval, but no time between incidents.`,
    };
  if (hasTrend)
    return { reason: 'They did not come evenly over the window, so one time between incidents would mislead.' };
  return {
    days: window.days / records.length,
    low: MONTH_DAYS / rate.high,
    high: MONTH_DAYS / rate.low,
    level,
  };
}

function statementOf(
  { records, window }: Scope,
  rate: Frequency['rate'],
  trend: Frequency['trend'],
  timeBetween: Frequency['timeBetween'],
): string {
  if (isReason(rate)) return rate.reason;
  const every = `${numberInWords(rate.rate)} every 30 days (${rangeInWords(rate, numberInWords)})`;
  const begin = `${countOf(records.length, 'post-mortem')} in ${daysInWords(window.days)}: ${every}.`;
  if (isReason(trend)) return `${sentence(begin)} Too few to tell whether it becomes more or less often.`;
  const test = `Laplace z = ${numberInWords(trend.z)}, ${pInWords(trend.p)}`;
  if (isReason(timeBetween))
    return `${begin} They came ${trend.z > 0 ? 'more' : 'less'} often towards the end (${test}), so this rate is only an average.`;
  return `${begin} No trend shows (${test}). One every ${numberInWords(timeBetween.days)} days (${rangeInWords(timeBetween, numberInWords)}).`;
}

const MOST_MONTHS = 2_400;

function monthsOf({ records, window, level }: Scope): Frequency['months'] {
  const months: Frequency['months'][number][] = [];
  const counts = new Map<string, number>();
  for (const { start } of records) counts.set(start.day.slice(0, 7), (counts.get(start.day.slice(0, 7)) ?? 0) + 1);
  let first = `${window.from.slice(0, 7)}-01`;
  while (first <= window.to && window.days > 0 && months.length < MOST_MONTHS) {
    const next = addMonths(first, 1);
    const from = Math.max(dayNumber(first), dayNumber(window.from));
    const days = Math.min(dayNumber(next), dayNumber(window.to) + 1) - from;
    const month = first.slice(0, 7);
    const count = counts.get(month) ?? 0;
    const found = poissonInterval({ count, exposure: days / MONTH_DAYS, level });
    if (!isReason(found)) months.push({ month, days, count, low: found.low, high: found.high });
    first = next;
  }
  return months;
}

const FEWEST_MONTHS = 6;

/** Counts that vary more than independent incidents would make the interval too narrow (index of dispersion). */
function clusterNote(months: Frequency['months'], count: number, days: number): readonly string[] {
  if (months.length < FEWEST_MONTHS || count < 2 * months.length) return [];
  const sum = months.reduce((total, month) => {
    const expected = (count * month.days) / days;
    return total + (month.count - expected) ** 2 / expected;
  }, 0);
  const p = gammaTails((months.length - 1) / 2, sum / 2).upper;
  return p < 0.01
    ? [
        `The months differ more than independent incidents would (${pInWords(p)}): they come in clusters, and the interval is too narrow.`,
      ]
    : [];
}
