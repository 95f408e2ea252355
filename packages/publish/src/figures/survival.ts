import { areaY, lineY, ruleX, ruleY, text, type Markish } from '@observablehq/plot';
import type { Survival } from '@debrief/core';
import { readableText } from '../words/readable-text.ts';
import { isMinutes } from '../words/value-words.ts';
import { dayAxis, durationAxis, roundTicks, shareAxis } from './axes.ts';
import { drawPlot, type Drawing, type Drawn } from './draw.ts';
import { fitsLogAxis, logAxis } from './log-ticks.ts';
import type { Theme } from './theme.ts';

type SurvivalCurve = Survival['curves'][number];

/** Curves beyond these would hide each other; the table has them all. */
export const mostCurves = 3;

const mostSteps = 200;

/** Longer than history, in minutes and in days. */
const longest = 1e10;
const dashes = ['none', '6 3', '2 3'];

/**
 * The share still open after each time, with a band, and a tick where one was last seen open; null without a step. Days have
 * an even axis, minutes a logarithmic one like the durations.
 */
export function survivalPlot(survival: Survival, drawing: Drawing): Drawn | null {
  const curves = survival.curves
    .map(finiteSteps)
    .filter((curve) => curve.steps.length > 0)
    .slice(0, mostCurves);
  if (curves.length === 0) return null;
  const { theme, width } = drawing;
  const marginRight = curves.length > 1 ? 76 : 20;
  const axis = timeAxisOf(curves, { minutes: isMinutes(survival.unit), width: width - 48 - marginRight, theme });
  const colours = [theme.mark, theme.second, theme.third];
  const places = labelPlaces(curves);
  const marks: Markish[] = [
    ...shareAxis(theme),
    ...axis.marks,
    ruleY([0.5], { stroke: theme.frame, strokeDasharray: '2 3' }),
    ...curves.flatMap((curve, index) =>
      curveMarks(curve, {
        domain: axis.domain,
        colour: colours[index] ?? theme.mark,
        dash: dashes[index] ?? 'none',
        name: curves.length > 1 ? readableText(curve.name, { longest: 12 }) : null,
        labelAt: places[index] ?? 0,
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
      x: { type: axis.type, domain: [...axis.domain] },
      y: { domain: [0, 1] },
      marks,
    },
    drawing,
  );
}

interface TimeAxis {
  readonly type: 'log' | 'linear';
  readonly domain: readonly [number, number];
  readonly marks: readonly Markish[];
}

function timeAxisOf(
  curves: readonly SurvivalCurve[],
  { minutes, width, theme }: { readonly minutes: boolean; readonly width: number; readonly theme: Theme },
): TimeAxis {
  if (minutes) {
    const times = curves
      .flatMap((curve) => [...curve.steps.map(({ time }) => time), lastTime(curve)])
      .filter(fitsLogAxis);
    const { domain, ticks } = logAxis(times, { width, gap: 60 });
    return { type: 'log', domain, marks: durationAxis(ticks, theme) };
  }
  const end = Math.max(...curves.map(lastTime)) * 1.02;
  const domain = [0, end > 0 ? end : 1] as const;
  return { type: 'linear', domain, marks: dayAxis(roundTicks(domain[1], 5), theme) };
}

function finiteSteps(curve: SurvivalCurve): SurvivalCurve {
  const finite = curve.steps.filter(
    ({ time, survival }) => time >= 0 && time < longest && survival >= 0 && survival <= 1,
  );
  return { ...curve, steps: finite };
}

interface CurveStyle {
  readonly domain: readonly [number, number];
  readonly colour: string;
  readonly dash: string;
  readonly name: string | null;
  readonly labelAt: number;
}

function curveMarks(curve: SurvivalCurve, { domain, colour, dash, name, labelAt }: CurveStyle): Markish[] {
  const [begin, end] = domain;
  const steps = thinned(curve.steps).map((step) => ({ ...step, time: Math.max(begin, step.time) }));
  const line = [{ time: begin, survival: 1, low: 1, high: 1 }, ...steps];
  const last = line.at(-1);
  const until = lastTime(curve);
  const whole = last === undefined ? line : [...line, { ...last, time: until }];
  const leader = last === undefined || name === null ? [] : [{ from: until, at: last.survival }];
  const ticks = censorTicks(curve).map((tick) => ({ ...tick, time: Math.max(begin, tick.time) }));
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
    ruleY(leader, { x1: 'from', x2: () => end, y: 'at', stroke: colour, strokeDasharray: '1 3' }),
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

/** The times at which something was last seen open: given as such, or as steps at which nothing ended. */
export function lastSeenOpen(curve: SurvivalCurve): readonly number[] {
  const given = curve.lastSeenOpen ?? curve.steps.filter(({ events }) => events === 0).map(({ time }) => time);
  return given.filter((time) => time >= 0 && time < longest);
}

function censorTicks(curve: SurvivalCurve): readonly { readonly time: number; readonly survival: number }[] {
  const times = [...new Set(lastSeenOpen(curve))].toSorted((a, b) => a - b);
  const every = Math.ceil(times.length / mostSteps);
  return times
    .filter((_, index) => index % every === 0)
    .map((time) => ({ time, survival: curve.steps.findLast((step) => step.time <= time)?.survival ?? 1 }));
}

function lastTime(curve: SurvivalCurve): number {
  return lastSeenOpen(curve).reduce((last, time) => Math.max(last, time), curve.steps.at(-1)?.time ?? 0);
}

function thinned(all: SurvivalCurve['steps']): SurvivalCurve['steps'] {
  const falling = all.filter(({ events }, index) => events > 0 || index === all.length - 1);
  if (falling.length <= mostSteps) return falling;
  const every = (falling.length - 1) / (mostSteps - 1);
  return Array.from({ length: mostSteps }, (_, index) => falling[Math.round(index * every)]).filter(
    (step) => step !== undefined,
  );
}
