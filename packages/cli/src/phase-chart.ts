import { type Anchor, type Anchors, isAnchor, minutesText } from '@debrief/core';
import { pad, type painter } from './paint.ts';

type Style = Parameters<ReturnType<typeof painter>>[0];

/** The phases of an incident, each up to the instant that ends it. */
const PHASES = [
  { name: 'detect', ends: ['detected'], style: 'red' },
  { name: 'acknowledge', ends: ['acknowledged'], style: 'yellow' },
  { name: 'diagnose', ends: ['diagnosed'], style: 'cyan' },
  { name: 'mitigate', ends: ['mitigated', 'firstMitigation'], style: 'yellow' },
  { name: 'resolve', ends: ['resolved', 'impactEnd'], style: 'green' },
] as const satisfies readonly { name: string; ends: readonly (keyof Anchors)[]; style: Style }[];

interface Phase {
  readonly name: string;
  readonly style: Style;
  readonly from: Anchor;
  readonly to: Anchor;
}

/** The phases that the document tells, each from where the one before ended; one that would run backwards is left out. */
function phasesOf(anchors: Anchors): readonly Phase[] {
  const start = [anchors.impactStart, anchors.detected].find(isAnchor);
  let from = start;
  return PHASES.flatMap(({ name, ends, style }) => {
    const to = ends.map((end) => anchors[end]).find(isAnchor);
    if (from === undefined || to === undefined || to === from || to.at < from.at) return [];
    const phase = { name, style, from, to };
    from = to;
    return [phase];
  });
}

const LABEL = 14;
const LENGTH = 12;
const CLOCKS = { withDays: 27, withoutDays: 15 } as const;
const LONGEST_ZONE = 7;

/** A bar of fewer columns tells less than it hides, so the clocks give way; those of the ends stand below. */
const NARROWEST = 16;

/**
 * A chart of the phases on a line of time, as long as they took: one row each, with its length and its clocks, and the
 * ends of the line below. Empty where the document tells fewer than two instants. Colour only adds to it.
 */
export function phaseChart(anchors: Anchors, width: number, paint: ReturnType<typeof painter>): readonly string[] {
  const phases = phasesOf(anchors);
  const [first] = phases;
  const last = phases.at(-1);
  if (first === undefined || last === undefined || last.to.at === first.from.at) return [];
  const manyDays = first.from.day !== last.to.day;
  const room = width - 2 - LABEL - LENGTH;
  const marks = phases.flatMap((phase) => [phase.from, phase.to]);
  const manyZones = marks.some((mark) => zoneBeside(mark, first.from) !== '');
  const clock = (mark: Anchor): string => clockText(mark, manyDays, manyZones);
  const withClocks = room - (manyDays ? CLOCKS.withDays : CLOCKS.withoutDays) - (manyZones ? 2 * LONGEST_ZONE : 0);
  const columns = withClocks < NARROWEST ? room : withClocks;
  const column = (at: number): number => Math.round(((at - first.from.at) / (last.to.at - first.from.at)) * columns);
  const rows = phases.map(({ name, style, from, to }) => {
    const [a, b] = [Math.min(column(from.at), columns - 1), column(to.at)];
    const bar = from.at === to.at ? '|' : '█'.repeat(Math.max(1, b - a));
    const line = `${'·'.repeat(a)}${paint(style, bar)}${'·'.repeat(Math.max(0, columns - a - bar.length))}`;
    const length = minutesText((to.at - from.at) / 60_000).padStart(LENGTH - 2);
    const clocks = columns === room ? '' : `  ${clock(from)} → ${clock(to)}`;
    return `  ${pad(name, LABEL)}${line}${length}${clocks}`;
  });
  const [start, end] = [clock(first.from), clock(last.to)];
  const axis = `${start}${' '.repeat(Math.max(1, columns - start.length - end.length))}${end}`;
  return [...rows, `  ${' '.repeat(LABEL)}${axis}`];
}

/** The clock to the minute, with month and day where the incident runs over several, and the zone where they differ. */
function clockText({ day, clock, zone }: Anchor, withDay: boolean, withZone: boolean): string {
  const beside = withZone ? ` ${zone.name.slice(0, LONGEST_ZONE - 1)}` : '';
  return `${withDay ? `${day.slice(5)} ` : ''}${clock.slice(0, 5)}${beside}`;
}

/** The zone of a clock where that of the other is another: clocks of two zones tell no distance. */
export function zoneBeside(anchor: Anchor, other: Anchor): string {
  const isSame = anchor.zone.name === other.zone.name || distanceOf(anchor) === distanceOf(other);
  return isSame ? '' : ` ${anchor.zone.name}`;
}

function distanceOf({ at, day, clock }: Anchor): number {
  return Math.round((Date.parse(`${day}T${clock}Z`) - at) / 60_000);
}
