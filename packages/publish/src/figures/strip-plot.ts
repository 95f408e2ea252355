import { dot, rectY, ruleX, ruleY, text, vector, type Markish } from '@observablehq/plot';
import type { DurationPoint } from '@debrief/core';
import { durationWords } from '../words/duration-words.ts';
import { numberWords } from '../words/number-words.ts';
import { readableText } from '../words/readable-text.ts';
import { durationAxis } from './axes.ts';
import { beeswarm } from './beeswarm.ts';
import { drawPlot, narrowWidth, type Drawing, type Drawn } from './draw.ts';
import { durationBins, type DurationBin } from './duration-bins.ts';
import { fitsLogAxis, logAxis, type LogAxis } from './log-ticks.ts';

/** One line of dots, with its median and, where there is one, the interval of it. */
export interface StripRow {
  /** Nothing where there is only one row. */
  readonly name: string;
  readonly points: readonly DurationPoint[];
  readonly median: { readonly median: number; readonly low: number | null; readonly high: number | null } | null;
}

/** More than these would cover each other; they are counted in cells instead, and the caption says so. */
export const mostDots = 300;

const radius = 3.5;
const barHeight = 96;

/** Every duration as a dot on a logarithmic axis; null where no duration is above nought. */
export function stripPlot(rows: readonly StripRow[], drawing: Drawing): Drawn | null {
  const values = rows.flatMap(({ points }) => points.filter(canBeShown).map(({ minutes }) => minutes));
  if (values.length === 0) return null;
  const marginLeft = rows.some(({ name }) => name !== '') ? 88 : 12;
  const marginRight = 28;
  const inner = drawing.width - marginLeft - marginRight;
  const axis = logAxis(values, { width: inner, gap: drawing.width < narrowWidth ? 64 : 56 });
  const legend = rows.some(({ points }) => points.some(({ open }) => open)) ? 24 : 8;
  let top = legend;
  const marks = rows.flatMap((row) => {
    const drawn = rowMarks(row, { axis, inner, top, drawing, marginLeft });
    top += drawn.height;
    return drawn.marks;
  });
  const height = top + 28;
  return drawPlot(
    {
      height,
      marginLeft,
      marginRight,
      marginTop: legend,
      marginBottom: 28,
      x: { type: 'log', domain: [...axis.domain] },
      y: { type: 'identity', axis: null },
      marks: [...durationAxis(axis.ticks, drawing.theme), ...(legend > 8 ? legendMarks(drawing) : []), ...marks],
    },
    drawing,
  );
}

interface RowPlace {
  readonly axis: LogAxis;
  readonly inner: number;
  readonly top: number;
  readonly drawing: Drawing;
  readonly marginLeft: number;
}

function rowMarks(row: StripRow, place: RowPlace): { readonly marks: Markish[]; readonly height: number } {
  const points = row.points.filter(canBeShown);
  const { marks, height } = points.length > mostDots ? bars(points, place) : dots(points, place);
  const middle = place.top + height;
  const name =
    row.name === ''
      ? []
      : [
          text([readableText(row.name, { longest: 14 })], {
            frameAnchor: 'left',
            textAnchor: 'start',
            dx: -place.marginLeft + 4,
            y: place.top + height / 2 + 4,
            fill: place.drawing.theme.ink,
          }),
        ];
  return { marks: [...marks, ...name, ...medianMarks(row, middle, place)], height: height + 44 };
}

function dots(points: readonly DurationPoint[], { axis, inner, top, drawing: { theme } }: RowPlace) {
  const [low, high] = axis.domain;
  const places = points.map(({ minutes }) => (Math.log(minutes / low) / Math.log(high / low)) * inner);
  const offsets = beeswarm(places, { size: radius * 2 + 1 });
  const reach = Math.max(0, ...offsets.map(Math.abs)) + radius;
  const height = Math.max(36, Math.ceil(reach * 2) + 16);
  const shown = points.map((point, index) => ({
    x: point.minutes,
    y: top + height / 2 + (offsets[index] ?? 0),
    open: point.open,
  }));
  const over = shown.filter(({ open }) => !open);
  const open = shown.filter((point) => point.open);
  const marks: Markish[] = [
    vector(open, {
      x: 'x',
      y: 'y',
      dx: radius,
      rotate: 90,
      length: 12,
      anchor: 'start',
      stroke: theme.second,
      strokeWidth: 1.5,
    }),
    dot(over, { x: 'x', y: 'y', r: radius, fill: theme.mark }),
    dot(open, { x: 'x', y: 'y', r: radius, fill: theme.card, stroke: theme.second, strokeWidth: 1.5 }),
  ];
  return { marks, height };
}

function bars(points: readonly DurationPoint[], { axis, top, drawing: { theme } }: RowPlace) {
  const bins = durationBins(points, { low: axis.domain[0], high: axis.domain[1], cells: stripCells });
  const most = Math.max(...bins.map(({ over, open }) => over + open));
  const base = top + barHeight;
  const level = (count: number) => base - (count / most) * (barHeight - 20);
  const inset = { insetLeft: 0.5, insetRight: 0.5 };
  const marks: Markish[] = [
    rectY(
      bins.filter(({ over }) => over > 0),
      { x1: 'from', x2: 'to', y1: () => base, y2: (bin: DurationBin) => level(bin.over), fill: theme.mark, ...inset },
    ),
    rectY(
      bins.filter(({ open }) => open > 0),
      {
        x1: 'from',
        x2: 'to',
        y1: (bin: DurationBin) => level(bin.over),
        y2: (bin: DurationBin) => level(bin.over + bin.open),
        fill: theme.card,
        stroke: theme.second,
        ...inset,
      },
    ),
    ruleY([base], { stroke: theme.frame }),
    text(bins.filter(({ over, open }) => over + open === most).slice(0, 1), {
      x: ({ from, to }: DurationBin) => Math.sqrt(from * to),
      y: top + 12,
      text: () => numberWords(most),
      fill: theme.soft,
    }),
  ];
  return { marks, height: barHeight };
}

/** Cells of the axis when dots would be too many. */
export const stripCells = 48;

function medianMarks({ median }: StripRow, middle: number, { drawing: { theme }, axis }: RowPlace): Markish[] {
  if (median === null || !fitsLogAxis(median.median)) return [];
  const y = middle + 10;
  const { low, high } = median;
  const known = low !== null && high !== null && low <= high && high >= axis.domain[0] && low <= axis.domain[1];
  const line = known
    ? [
        ruleY([y], {
          x1: Math.max(low, axis.domain[0]),
          x2: Math.min(high, axis.domain[1]),
          stroke: theme.ink,
          strokeWidth: 2,
        }),
      ]
    : [];
  const words = known
    ? `median ${durationWords(median.median)} (${durationWords(low)} to ${durationWords(high)})`
    : `median ${durationWords(median.median)}`;
  const share = Math.log(median.median / axis.domain[0]) / Math.log(axis.domain[1] / axis.domain[0]);
  return [
    ...line,
    ruleX([median.median], { y1: y - 6, y2: y + 6, stroke: theme.ink, strokeWidth: 2 }),
    text([median.median], {
      x: (value: number) => value,
      y: y + 17,
      text: () => words,
      fill: theme.ink,
      textAnchor: share < 0.3 ? 'start' : share > 0.7 ? 'end' : 'middle',
    }),
  ];
}

function legendMarks({ theme }: Drawing): Markish[] {
  return [
    dot([0], { frameAnchor: 'top-left', dx: 6, y: 10, r: radius, stroke: theme.second, strokeWidth: 1.5 }),
    text([0], {
      frameAnchor: 'top-left',
      textAnchor: 'start',
      lineAnchor: 'middle',
      dx: 16,
      y: 10,
      text: () => 'still open: at least so long',
      fill: theme.soft,
    }),
  ];
}

function canBeShown({ minutes }: DurationPoint): boolean {
  return fitsLogAxis(minutes);
}
