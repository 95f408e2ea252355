import { axisX, dot, ruleX, type Markish } from '@observablehq/plot';
import type { Frequency } from '@debrief/core';
import { monthName } from '../words/day-words.ts';
import { countAxis, roundTicks } from './axes.ts';
import { drawPlot, narrowWidth, type Drawing, type Drawn } from './draw.ts';

/** Post-mortems of each month per 30 days, with the interval around each; null without a month. */
export function monthsPlot({ months }: Frequency, drawing: Drawing): Drawn | null {
  const shown = months
    .filter(({ days }) => days > 0)
    .map((month) => ({ ...month, rate: (month.count * 30) / month.days, part: month.days < 28 }));
  if (shown.length === 0) return null;
  const { theme, width } = drawing;
  const highest = highestOf(shown);
  const dense = shown.length > (width < narrowWidth ? 26 : 48);
  const marks: Markish[] = [
    ...countAxis(roundTicks(highest, 4), theme),
    axisX(
      monthTicks(
        shown.map(({ month }) => month),
        width,
      ),
      {
        label: null,
        tickSize: 0,
        color: theme.soft,
        text: (month: string, index: number) => monthTick(month, { index, among: shown.length }),
        lineHeight: 1.25,
      },
    ),
    ruleX(
      shown
        .filter(({ low, high }) => low >= 0 && low <= high)
        .map(({ month, low, high }) => ({
          month,
          low: Math.min(low, highest * 1.05),
          high: Math.min(high, highest * 1.05),
        })),
      { x: 'month', y1: 'low', y2: 'high', stroke: theme.frame, strokeWidth: dense ? 1 : 1.5 },
    ),
    dot(shown, {
      x: 'month',
      y: 'rate',
      r: dense ? 2.5 : 4,
      fill: ({ part }: { part: boolean }) => (part ? theme.card : theme.mark),
      stroke: theme.mark,
      strokeWidth: 1.5,
    }),
  ];
  return drawPlot(
    {
      height: 196,
      marginLeft: 40,
      marginRight: 16,
      marginTop: 12,
      marginBottom: 40,
      x: { type: 'point', domain: shown.map(({ month }) => month), padding: 0.5 },
      y: { domain: [0, highest * 1.05] },
      color: { type: 'identity' },
      marks,
    },
    drawing,
  );
}

/** A few days tell little of a month, so the interval of a part does not stretch the axis; its line ends at the top. */
function highestOf(
  months: readonly { readonly rate: number; readonly high: number; readonly part: boolean }[],
): number {
  const whole = months.filter(({ part }) => !part);
  const limits = (whole.length > 0 ? whole : months).map(({ high }) => high).filter((high) => high < 1e9);
  return Math.max(1, ...months.map(({ rate }) => rate), ...limits);
}

/** Years beyond three of them; else every month, or every second, third or sixth one, so that names have room. */
function monthTicks(months: readonly string[], width: number): readonly string[] {
  const room = Math.max(2, Math.floor((width - 56) / 36));
  const candidates = months.length > longestByMonth ? months.filter((month) => month.endsWith('-01')) : months;
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => candidates.length / size <= room) ?? candidates.length;
  return candidates.filter((_, index) => index % step === 0);
}

const longestByMonth = 36;

/** The name of the month, and its year under the first one and under each January; the year alone along many years. */
function monthTick(month: string, { index, among }: { readonly index: number; readonly among: number }): string {
  const year = month.slice(0, 4);
  if (among > longestByMonth) return year;
  return index === 0 || month.endsWith('-01') ? `${monthName(month)}\n${year}` : monthName(month);
}
