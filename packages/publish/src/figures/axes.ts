import { axisX, axisY, gridX, gridY, type Markish } from '@observablehq/plot';
import { durationTick } from '../words/duration-words.ts';
import { numberWords, shareWords, unbroken } from '../words/number-words.ts';
import type { Theme } from './theme.ts';

const quiet = { label: null, tickSize: 0 } as const;

/** A logarithmic axis of durations below the figure, with a thin line up from each mark. */
export function durationAxis(ticks: readonly number[], theme: Theme): Markish[] {
  return [
    gridX(ticks, { stroke: theme.line, strokeOpacity: 1 }),
    axisX(ticks, { ...quiet, color: theme.soft, text: durationTick }),
  ];
}

/** An even axis of days since the start. */
export function dayAxis(ticks: readonly number[], theme: Theme): Markish[] {
  return [axisX(ticks, { ...quiet, color: theme.soft, tickFormat: dayTick })];
}

/** Shares from nothing to all on the left. */
export function shareAxis(theme: Theme): Markish[] {
  const shares = [0, 0.25, 0.5, 0.75, 1];
  return [
    gridY(shares, { stroke: theme.line, strokeOpacity: 1 }),
    axisY(shares, { ...quiet, color: theme.soft, tickFormat: (share: number) => shareWords(share) }),
  ];
}

/** Whole numbers on the left. */
export function countAxis(ticks: readonly number[], theme: Theme): Markish[] {
  return [
    gridY(ticks, { stroke: theme.line, strokeOpacity: 1 }),
    axisY(ticks, { ...quiet, color: theme.soft, tickFormat: (count: number) => numberWords(count) }),
  ];
}

/** Round marks from nought to `highest`, at most `most` steps. */
export function roundTicks(highest: number, most: number): readonly number[] {
  if (!(highest > 0) || !Number.isFinite(highest)) return [0, 1];
  const rough = highest / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = power === 1 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const step = steps.map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.floor(highest / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}

function dayTick(days: number): string {
  return days === 0 ? '0' : `${numberWords(days)}${unbroken}d`;
}
