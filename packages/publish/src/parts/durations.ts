import type { Durations, Insights } from '@debrief/core';
import { durationBins } from '../figures/duration-bins.ts';
import { ecdfPlot } from '../figures/ecdf.ts';
import { logAxis } from '../figures/log-ticks.ts';
import { mostDots, stripCells, stripPlot } from '../figures/strip-plot.ts';
import { columns, type Table } from '../tables/table.ts';
import { durationWords } from '../words/duration-words.ts';
import { isReason } from '../words/interval-words.ts';
import { numberWords, shareWords } from '../words/number-words.ts';
import { factsOf, wordsOf, type Part, type Window } from './part.ts';

/** Each duration as dots, and as the share that was over within each time. */
export function durationParts({ durations, window }: Pick<Insights, 'durations' | 'window'>): readonly Part[] {
  return durations.flatMap((one) => [stripPart(one, window), ecdfPart(one, window)]);
}

function stripPart(durations: Durations, window: Window): Part {
  const { points, median, early } = durations;
  const shown = points.filter(({ minutes }) => minutes > 0 && Number.isFinite(minutes));
  const binned = shown.length > mostDots;
  return {
    ...wordsOf(durations),
    chapter: 'duration',
    facts: [...factsOf(durations, { window, level: isReason(median) ? null : median.level }), 'logarithmic axis'],
    notes: [
      ...durations.notes,
      ...(isReason(median)
        ? [`Median: ${median.reason}.`]
        : [`The interval of the median covers ${shareWords(median.coverage)}.`]),
      ...(early > 0 ? [`${numberWords(early)} at or below nought cannot stand on this axis.`] : []),
      ...(binned
        ? [
            `More than ${mostDots} would cover each other, so bars count them, still open ones included, in ${stripCells} equal cells of the axis; the table holds the same counts.`,
          ]
        : []),
    ],
    description: `${binned ? 'Bars that count' : 'A dot for each of'} ${shown.length} post-mortems along a logarithmic axis${spanWords(shown.map(({ minutes }) => minutes))}.${isReason(median) ? '' : ` A line below shows the median, ${durationWords(median.median)}, and its interval.`}`,
    draw: (drawing) => stripPlot([{ name: '', points, median: isReason(median) ? null : median }], drawing),
    table: binned ? binTable(shown.map(({ minutes }) => minutes)) : pointTable(points),
  };
}

function spanWords(minutes: readonly number[]): string {
  return minutes.length === 0
    ? ''
    : ` from ${durationWords(Math.min(...minutes))} to ${durationWords(Math.max(...minutes))}`;
}

function pointTable(points: Durations['points']): Table {
  return {
    columns: columns({ 'Post-mortem': 'text', Began: 'day', Duration: 'minutes', State: 'text' }),
    rows: points
      .toSorted((a, b) => b.minutes - a.minutes)
      .map(({ title, file, at, minutes, open }) => [title ?? file, dayOf(at), minutes, open ? 'still open' : 'over']),
    range: null,
  };
}

function binTable(minutes: readonly number[]): Table {
  const [low, high] = logAxis(minutes, { width: 1 }).domain;
  return {
    columns: columns({ From: 'minutes', Below: 'minutes', Count: 'number' }),
    rows: durationBins(minutes, { low, high, cells: stripCells })
      .filter(({ count }) => count > 0)
      .map(({ from, to, count }) => [from, to, count]),
    range: null,
  };
}

function dayOf(at: number | null): string | null {
  if (at === null || !(Math.abs(at) <= 8.64e15)) return null;
  return new Date(at).toISOString().slice(0, 10);
}

function ecdfPart(durations: Durations, window: Window): Part {
  const { ecdf, quantiles } = durations;
  const answered = quantiles.flatMap(({ q, value }) => (typeof value === 'number' ? [{ q, value }] : []));
  const refused = quantiles.flatMap(({ value }) => (typeof value === 'number' ? [] : [value.reason]));
  return {
    ...wordsOf(durations),
    id: `${durations.id}/ecdf`,
    chapter: 'duration',
    title: `${durations.title}: how many were over by when`,
    statement: quantileWords(answered),
    cannotTell: isReason(ecdf) ? ecdf.reason : null,
    facts: [
      ...factsOf(durations, { window, level: isReason(ecdf) ? null : ecdf.level }),
      'logarithmic axis',
      ...(isReason(ecdf) ? [] : [`band ± ${numberWords(ecdf.epsilon * 100)} points (Dvoretzky–Kiefer–Wolfowitz)`]),
    ],
    notes: [...durations.notes, ...refused.map((reason) => `Not shown: ${reason}.`)],
    description:
      'A line that climbs in steps from 0 % to 100 % as the duration grows, in a band that holds the true line.',
    draw: (drawing) => ecdfPlot(durations, drawing),
    table: {
      columns: columns({ Within: 'minutes', Share: 'share', Low: 'share', High: 'share' }),
      rows: isReason(ecdf) ? [] : ecdf.steps.map(({ value, share, low, high }) => [value, share, low, high]),
      range: null,
    },
  };
}

function quantileWords(quantiles: readonly { readonly q: number; readonly value: number }[]): string {
  if (quantiles.length === 0) return '';
  const words = quantiles.map(({ q, value }) => `${shareWords(q)} within ${durationWords(value)}`);
  return `Over: ${words.join(', ')}.`;
}
