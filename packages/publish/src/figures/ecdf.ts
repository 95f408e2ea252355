import { areaY, lineY, ruleY, type Markish } from '@observablehq/plot';
import type { Durations } from '@debrief/core';
import { isReason } from '../words/interval-words.ts';
import { durationAxis, shareAxis } from './axes.ts';
import { drawPlot, narrowWidth, type Drawing, type Drawn } from './draw.ts';
import { fitsLogAxis, logAxis } from './log-ticks.ts';

interface Step {
  readonly value: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** More steps than these are finer than the picture; evenly chosen ones stand for them. */
const mostSteps = 200;

/** The share of incidents that were over within each duration, with its band; null where there is none. */
export function ecdfPlot({ ecdf }: Durations, drawing: Drawing): Drawn | null {
  if (isReason(ecdf)) return null;
  const steps = thinned(ecdf.steps.filter(({ value }) => fitsLogAxis(value)));
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return null;
  const { theme, width } = drawing;
  const marginLeft = 48;
  const marginRight = 28;
  const axis = logAxis(
    steps.map(({ value }) => value),
    { width: width - marginLeft - marginRight, gap: width < narrowWidth ? 64 : 56 },
  );
  const before = shareBefore(ecdf.steps, first.value);
  const line = [{ ...before, value: axis.domain[0] }, ...steps, { ...last, value: axis.domain[1] }];
  const marks: Markish[] = [
    ...shareAxis(theme),
    ...durationAxis(axis.ticks, theme),
    areaY(line, { x: 'value', y1: 'low', y2: 'high', curve: 'step-after', fill: theme.mark, fillOpacity: 0.16 }),
    ruleY([0.5], { stroke: theme.frame, strokeDasharray: '2 3' }),
    lineY(line, { x: 'value', y: 'share', curve: 'step-after', stroke: theme.mark, strokeWidth: 2 }),
  ];
  return drawPlot(
    {
      height: 196,
      marginLeft,
      marginRight,
      marginTop: 12,
      marginBottom: 28,
      x: { type: 'log', domain: [...axis.domain] },
      y: { domain: [0, 1] },
      marks,
    },
    drawing,
  );
}

/** What holds left of the first value that a logarithmic axis can show. */
function shareBefore(steps: readonly Step[], first: number): Omit<Step, 'value'> {
  const before = steps.findLast(({ value }) => value <= 0 && value < first);
  return before ?? { share: 0, low: 0, high: steps[0] === undefined ? 0 : Math.max(0, steps[0].high - steps[0].share) };
}

function thinned(steps: readonly Step[]): readonly Step[] {
  if (steps.length <= mostSteps) return steps;
  return Array.from(
    { length: mostSteps },
    (_, index) => steps[Math.round((index * (steps.length - 1)) / (mostSteps - 1))],
  ).filter((step) => step !== undefined);
}
