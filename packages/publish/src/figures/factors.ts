import { rect, ruleX, ruleY, text, type Markish } from '@observablehq/plot';
import type { Factors, Reason } from '@debrief/core';
import { type Interval, isReason } from '../words/interval-words.ts';
import { numberWords, shareWords } from '../words/number-words.ts';
import { readableText } from '../words/readable-text.ts';
import { roundTicks } from './axes.ts';
import { drawPlot, narrowWidth, type Drawing, type Drawn } from './draw.ts';

/** As many as one looks at; the table goes on. */
export const mostFactors = 12;

const row = 48;

/** How many post-mortems name each factor, with the interval of that share; null without a factor. */
export function factorsPlot({ factors, n }: Factors, drawing: Drawing): Drawn | null {
  const shown = factors.slice(0, mostFactors).filter(({ count }) => count > 0);
  if (shown.length === 0 || n <= 0) return null;
  const { theme, width } = drawing;
  const rows = shown.map((factor, index) => ({
    name: readableText(factor.name, { longest: width < narrowWidth ? 44 : 72 }),
    share: factor.count / n,
    y: index * row,
    ...limitsOf(factor.interval),
    words: numberWords(factor.count),
  }));
  const highest = Math.min(1, Math.max(...rows.map(({ share, high }) => Math.max(share, high ?? 0))) * 1.02);
  const ticks = roundTicks(highest, width < narrowWidth ? 4 : 6);
  const bottom = rows.length * row;
  const marks: Markish[] = [
    ...ticks.map((tick) => ruleX([tick], { y1: 0, y2: bottom, stroke: theme.line })),
    text(ticks, {
      x: (tick: number) => tick,
      y: bottom + 14,
      text: (tick: number) => shareWords(tick),
      fill: theme.soft,
    }),
    text(rows, { x: () => 0, y: ({ y }: { y: number }) => y + 10, text: 'name', textAnchor: 'start', fill: theme.ink }),
    ...rows.flatMap((bar) => [
      rect([bar], { x1: () => 0, x2: 'share', y1: () => bar.y + 18, y2: () => bar.y + 29, fill: theme.mark }),
      ...(bar.low === null || bar.high === null
        ? []
        : [
            ruleY([bar.y + 34], { x1: bar.low, x2: bar.high, stroke: theme.ink, strokeWidth: 1.5 }),
            ruleX([bar.low, bar.high], { y1: bar.y + 31.5, y2: bar.y + 36.5, stroke: theme.ink, strokeWidth: 1.5 }),
          ]),
    ]),
    text(rows, {
      x: 'share',
      y: ({ y }: { y: number }) => y + 23,
      dx: 6,
      text: 'words',
      textAnchor: 'start',
      fill: theme.soft,
      fontVariant: 'tabular-nums',
    }),
  ];
  return drawPlot(
    {
      height: bottom + 28,
      marginLeft: 12,
      marginRight: 36,
      marginTop: 0,
      marginBottom: 28,
      x: { domain: [0, highest], axis: null },
      y: { type: 'identity', axis: null },
      marks,
    },
    drawing,
  );
}

function limitsOf(interval: Interval | Reason): { readonly low: number | null; readonly high: number | null } {
  if (isReason(interval) || !(interval.low >= 0 && interval.low <= interval.high && interval.high <= 1))
    return { low: null, high: null };
  return { low: interval.low, high: interval.high };
}
