import { areaY, lineY, ruleX, ruleY, text, type Markish } from '@observablehq/plot';
import type { Survival, SurvivalCurve } from '@debrief/core';
import { durationTick } from '../words/duration-words.ts';
import { readableText } from '../words/readable-text.ts';
import { isMinutes } from '../words/value-words.ts';
import { dayTick, roundTicks, shareAxis, timeAxis } from './axes.ts';
import { drawPlot, type Drawing, type Drawn } from './draw.ts';
import type { Theme } from './theme.ts';

/** Curves beyond these would hide each other; the table has them all. */
export const mostCurves = 3;

const steps = 200;
const dashes = ['none', '6 3', '2 3'];

/** The share still open after each time, with a band, and a tick where one was last seen open; null without a step. */
export function survivalPlot(survival: Survival, drawing: Drawing): Drawn | null {
  const curves = survival.curves.filter((curve) => curve.steps.length > 0).slice(0, mostCurves);
  if (curves.length === 0) return null;
  const { theme } = drawing;
  const end = Math.max(...curves.map(lastTime)) * 1.02 || 1;
  const words = isMinutes(survival.unit) ? durationTick : dayTick;
  const colours = [theme.mark, theme.second, theme.third];
  const marginRight = curves.length > 1 ? 76 : 20;
  const marks: Markish[] = [
    ...shareAxis(theme),
    ...timeAxis(timeTicks(end, survival.unit), theme, words),
    ruleY([0.5], { stroke: theme.frame, strokeDasharray: '2 3' }),
    ...curves.flatMap((curve, index) =>
      curveMarks(curve, {
        end,
        theme,
        colour: colours[index] ?? theme.mark,
        dash: dashes[index] ?? 'none',
        name: curves.length > 1 ? readableText(curve.name, { longest: 12 }) : null,
        labelAt: labelPlaces(curves)[index] ?? 0,
      }),
    ),
  ];
  return drawPlot(
    {
      height: 212,
      marginLeft: 48,
      marginRight,
      marginTop: 12,
      marginBottom: 28,
      x: { domain: [0, end] },
      y: { domain: [0, 1] },
      marks,
    },
    drawing,
  );
}

interface CurveStyle {
  readonly end: number;
  readonly theme: Theme;
  readonly colour: string;
  readonly dash: string;
  readonly name: string | null;
  readonly labelAt: number;
}

function curveMarks(curve: SurvivalCurve, { end, colour, dash, name, labelAt }: CurveStyle): Markish[] {
  const line = [{ time: 0, survival: 1, low: 1, high: 1 }, ...thinned(curve.steps)];
  const last = line.at(-1);
  const until = name === null ? lastTime(curve) : Math.max(lastTime(curve), end / 1.02);
  const whole = last === undefined ? line : [...line, { ...last, time: until }];
  const ticks = censorTicks(curve);
  return [
    areaY(whole, { x: 'time', y1: 'low', y2: 'high', curve: 'step-after', fill: colour, fillOpacity: 0.13 }),
    lineY(whole, {
      x: 'time',
      y: 'survival',
      curve: 'step-after',
      stroke: colour,
      strokeWidth: 2,
      strokeDasharray: dash,
    }),
    ruleX(ticks, {
      x: 'time',
      y1: 'survival',
      y2: 'survival',
      insetTop: -5,
      insetBottom: -5,
      stroke: colour,
      strokeWidth: 1.5,
    }),
    ...(name === null
      ? []
      : [
          text([labelAt], {
            x: () => end,
            y: (place: number) => place,
            dx: 6,
            textAnchor: 'start',
            fill: colour,
            text: () => name,
          }),
        ]),
  ];
}

/** Names stand at the ends of their curves, moved apart where they would cover each other. */
function labelPlaces(curves: readonly SurvivalCurve[]): readonly number[] {
  const apart = 0.08;
  const ends = curves.map((curve) => curve.steps.at(-1)?.survival ?? 1);
  const places = [...ends];
  const order = ends.map((_, index) => index).toSorted((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  let below = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    below = Math.max(places[index] ?? 0, below + apart);
    places[index] = below;
  }
  const above = Math.max(0, Math.max(...places) - 1);
  return places.map((place) => place - above);
}

/** Where something was last seen open: between two steps, more left the curve than ended. */
function censorTicks(curve: SurvivalCurve): readonly { readonly time: number; readonly survival: number }[] {
  const ticks = curve.steps.filter(({ events }) => events === 0).map(({ time, survival }) => ({ time, survival }));
  return ticks.length > steps ? ticks.filter((_, index) => index % Math.ceil(ticks.length / steps) === 0) : ticks;
}

function lastTime(curve: SurvivalCurve): number {
  return curve.steps.at(-1)?.time ?? 0;
}

function thinned(all: SurvivalCurve['steps']): SurvivalCurve['steps'] {
  const falling = all.filter(({ events }, index) => events > 0 || index === all.length - 1);
  if (falling.length <= steps) return falling;
  const every = (falling.length - 1) / (steps - 1);
  return Array.from({ length: steps }, (_, index) => falling[Math.round(index * every)]).filter(
    (step) => step !== undefined,
  );
}

function timeTicks(end: number, unit: string): readonly number[] {
  if (!isMinutes(unit)) return roundTicks(end, 5);
  const size = [1, 5, 10, 30, 60, 120, 240, 480, 1440, 2880, 10_080, 20_160, 43_200, 129_600, 525_600].find(
    (minutes) => end / minutes <= 5,
  );
  return size === undefined
    ? roundTicks(end, 4)
    : Array.from({ length: Math.floor(end / size) + 1 }, (_, index) => index * size);
}
