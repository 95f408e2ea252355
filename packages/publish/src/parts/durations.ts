import type { Durations, Insights, Reason } from '@debrief/core';
import { durationBins } from '../figures/duration-bins.ts';
import { ecdfPlot } from '../figures/ecdf.ts';
import { fitsLogAxis, logAxis } from '../figures/log-ticks.ts';
import { mostDots, stripCells, stripPlot } from '../figures/strip-plot.ts';
import { columns, type Table } from '../tables/table.ts';
import { durationWords } from '../words/duration-words.ts';
import { isReason } from '../words/interval-words.ts';
import { numberWords, shareWords } from '../words/number-words.ts';
import { clause } from '../words/sentence.ts';
import { factsOf, wordsOf, type Part, type Window } from './part.ts';

/** Each duration as dots, and as the share that was over within each time. */
export function durationParts({ durations, window }: Pick<Insights, 'durations' | 'window'>): readonly Part[] {
  return durations.flatMap((one) => [
    stripPart(one, window),
    ...(isReason(one.ecdf) ? [] : [ecdfPart(one, one.ecdf, window)]),
  ]);
}

function stripPart(durations: Durations, window: Window): Part {
  const { points, median, ecdf } = durations;
  const shown = points.filter(({ minutes }) => fitsLogAxis(minutes));
  const binned = shown.length > mostDots;
  return {
    ...wordsOf(durations),
    chapter: 'duration',
    facts: [...factsOf(durations, { window, level: isReason(median) ? null : median.level }), 'logarithmic axis'],
    notes: [
      ...durations.notes,
      isReason(median)
        ? `No median: ${clause(median.reason)}.`
        : `The interval of the median covers ${shareWords(median.coverage)}.`,
      ...(isReason(ecdf) ? [`No shares within each time: ${clause(ecdf.reason)}.`] : []),
      ...binNotes([shown.length]),
    ],
    description: `${binned ? 'Bars that count' : 'A dot for each of'} ${shown.length} post-mortems along a logarithmic axis${spanWords(shown.map(({ minutes }) => minutes))}.${isReason(median) ? '' : ` A line below shows the median, ${durationWords(median.median)}, and its interval.`}`,
    draw: (drawing) => stripPlot([{ name: '', points, median: isReason(median) ? null : median }], drawing),
    table: binned ? binTable(shown) : pointTable(points),
  };
}

/** What has to be said where dots became bars. */
export function binNotes(rows: readonly number[]): readonly string[] {
  if (!rows.some((count) => count > mostDots)) return [];
  return [
    `More than ${mostDots} dots would cover each other, so bars count them in ${stripCells} equal cells of the axis, the highest with its number; a hollow part is still open.`,
  ];
}

function spanWords(minutes: readonly number[]): string {
  if (minutes.length === 0) return '';
  const [least, most] = minutes.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, 0],
  );
  return ` from ${durationWords(least)} to ${durationWords(most)}`;
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

function binTable(points: Durations['points']): Table {
  const [low, high] = logAxis(
    points.map(({ minutes }) => minutes),
    { width: 1 },
  ).domain;
  return {
    columns: columns({ From: 'minutes', Below: 'minutes', Over: 'number', 'Still open': 'number' }),
    rows: durationBins(points, { low, high, cells: stripCells })
      .filter(({ over, open }) => over + open > 0)
      .map(({ from, to, over, open }) => [from, to, over, open]),
    range: null,
  };
}

function dayOf(at: number | null): string | null {
  if (at === null || !(Math.abs(at) <= 8.64e15)) return null;
  return new Date(at).toISOString().slice(0, 10);
}

function ecdfPart(durations: Durations, ecdf: Exclude<Durations['ecdf'], Reason>, window: Window): Part {
  const { quantiles } = durations;
  const answered = quantiles.flatMap(({ q, value }) => (typeof value === 'number' ? [{ q, value }] : []));
  const refused = quantiles.flatMap(({ q, value }) =>
    typeof value === 'number' ? [] : [`${shareWords(q)} (${clause(value.reason)})`],
  );
  return {
    ...wordsOf(durations),
    id: `${durations.id}/ecdf`,
    chapter: 'duration',
    title: `${durations.title}: the share within each time`,
    statement: quantileWords(answered),
    cannotTell: null,
    facts: [
      ...factsOf(durations, { window, level: ecdf.level }),
      'logarithmic axis',
      `band ± ${numberWords(ecdf.epsilon * 100)} points (Dvoretzky–Kiefer–Wolfowitz)`,
    ],
    notes: [...durations.notes, ...(refused.length === 0 ? [] : [`Not told: ${refused.join(', ')}.`])],
    description:
      'A line that climbs in steps from 0 % to 100 % as the duration grows, in a band that holds the true line.',
    draw: (drawing) => ecdfPlot(durations, drawing),
    table: {
      columns: columns({ Within: 'minutes', Share: 'share', Low: 'share', High: 'share' }),
      rows: ecdf.steps.map(({ value, share, low, high }) => [value, share, low, high]),
      range: null,
    },
  };
}

function quantileWords(quantiles: readonly { readonly q: number; readonly value: number }[]): string {
  if (quantiles.length === 0) return '';
  const words = quantiles.map(({ q, value }) => `${shareWords(q)} within ${durationWords(value)}`);
  return `${words.join(', ')}.`;
}
