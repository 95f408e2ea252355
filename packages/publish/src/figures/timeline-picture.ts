import { type Anchor, type Anchors, instantTitle, type Reading } from '@debrief/core';
import { markup, type Markup } from '../markup.ts';
import { instantWords } from '../words/day-words.ts';
import { durationWords } from '../words/duration-words.ts';
import { svgOf, type Drawn } from './draw.ts';
import { eventTimes } from './event-times.ts';
import { incidentPhases, type IncidentPhase } from './incident-phases.ts';
import { pageTheme } from './theme.ts';
import { timeTicks } from './time-ticks.ts';

export interface TimelinePicture {
  /** Two drawings, of which the style sheet shows the one that fits. */
  readonly picture: Markup;
  /** All that the picture tells, in words. */
  readonly words: string;
}

const WIDTHS = { wide: 680, narrow: 320 } as const;
const EDGE = 6;
const ROW = 18;
const LETTER = 6.6;
const MOST_EVENTS = 400;

/**
 * The course of an incident on one line of time, in UTC: its phases as long as they took, and a dot for each event of the
 * timeline. Null where fewer than two instants have a place in time.
 *
 * @param anchors the instants of the reading, as `anchorsOf` puts them
 * @param id of the page, under which the description stands
 * @example timelinePicture(reading, anchorsOf(reading, { zone: null }))?.words // 'From 13 Nov 2026, 14:30 UTC, impact start, …'
 */
export function timelinePicture(reading: Reading, anchors: Anchors, id = 'timeline-picture'): TimelinePicture | null {
  const phases = incidentPhases(anchors);
  const [first] = phases;
  const last = phases.at(-1);
  if (first === undefined || last === undefined || last.to.at <= first.from.at) return null;
  const words = wordsFor(phases);
  const span = { from: first.from.at, to: last.to.at };
  const margin = (span.to - span.from) * 0.06;
  const domain = { from: span.from - margin, to: span.to + margin };
  const events = eventTimes(reading, phases)
    .filter((at) => at >= domain.from && at <= domain.to)
    .slice(0, MOST_EVENTS);
  const drawings = Object.entries(WIDTHS).map(([size, width]) =>
    svgOf(draw({ phases, events, domain, width }), markup` class="picture ${size}" role="img" aria-label="${words}"`),
  );
  return { picture: markup`<div class="timeline-picture" id="${id}">${drawings}</div>`, words };
}

interface Course {
  readonly phases: readonly IncidentPhase[];
  readonly events: readonly number[];
  readonly domain: { readonly from: number; readonly to: number };
  readonly width: number;
}

function draw({ phases, events, domain, width }: Course): Drawn {
  const inner = width - 2 * EDGE;
  const x = (at: number): number =>
    Number((EDGE + ((at - domain.from) / (domain.to - domain.from)) * inner).toFixed(1));
  const labels = placedLabels(phases, x, width);
  const rows = Math.max(...labels.map(({ row }) => row)) + 1;
  const bar = rows * ROW + 4;
  const axis = bar + 34;
  const ticks = timeTicks(domain, inner < 400 ? 4 : 8).filter(({ at }) => x(at) > 20 && x(at) < width - 20);
  const marks = markup`${ticks.map(({ at }) => line({ x: x(at), from: bar, to: axis }))}${phases.map(
    ({ phase, from, to }) =>
      markup`<rect x="${x(from.at)}" y="${bar}" width="${Math.max(1.5, Number((x(to.at) - x(from.at)).toFixed(1)))}" height="14" fill="${pageTheme[phase]}" stroke="${pageTheme.card}" stroke-width="1"/>`,
  )}${labels.map(
    ({ phase, words, left, row, at }) =>
      markup`<path d="M${at} ${row * ROW + 16}V${bar}" stroke="${pageTheme[phase]}" fill="none"/><text x="${left}" y="${row * ROW + 13}" text-anchor="start">${words}</text>`,
  )}<path d="M${EDGE} ${axis}H${width - EDGE}" stroke="${pageTheme.frame}" fill="none"/>${events.map(
    (at) =>
      markup`<circle cx="${x(at)}" cy="${axis}" r="3.5" fill="${pageTheme.card}" stroke="${pageTheme.ink}" stroke-width="1.2"/>`,
  )}${ticks.map(
    ({ at, words }) => markup`<text x="${x(at)}" y="${axis + 20}" fill="${pageTheme.soft}">${words}</text>`,
  )}`;
  return { width, height: axis + 28, marks };
}

function line({ x, from, to }: { readonly x: number; readonly from: number; readonly to: number }): Markup {
  return markup`<path d="M${x} ${from}V${to}" stroke="${pageTheme.line}" fill="none"/>`;
}

interface PlacedLabel {
  readonly phase: IncidentPhase['phase'];
  readonly words: string;
  readonly left: number;
  readonly at: number;
  /** From the top; a label goes up where the one beside it leaves no room. */
  readonly row: number;
}

/** Labels from the right to the left, each on the lowest row on which it touches neither another nor its line. */
function placedLabels(
  phases: readonly IncidentPhase[],
  x: (at: number) => number,
  width: number,
): readonly PlacedLabel[] {
  const starts: number[] = [];
  const lines: { readonly at: number; readonly level: number }[] = [];
  const placed = phases.toReversed().map(({ phase, from, to }) => {
    const words = `${phase} ${durationWords((to.at - from.at) / 60_000)}`;
    const at = x(from.at) + 0.5;
    const room = words.length * LETTER;
    const left = Number(Math.max(0, Math.min(at - 0.5, width - room)).toFixed(1));
    const free = starts.findIndex(
      (start, row) =>
        left + room + 8 <= start && lines.every((other) => other.level <= row || left + room + 4 <= other.at),
    );
    const level = free < 0 ? starts.length : free;
    starts[level] = Math.min(left, at);
    lines.push({ at, level });
    return { phase, words, left, at, level };
  });
  const highest = starts.length - 1;
  return placed.map(({ level, ...label }) => ({ ...label, row: highest - level }));
}

/** @example wordsFor(phases) // 'From 13 Nov 2026, 14:30 UTC, impact start: detect 5 min, until detected …' */
function wordsFor(phases: readonly IncidentPhase[]): string {
  const [first] = phases;
  if (first === undefined) return '';
  const steps = phases.map(
    ({ phase, from, to }) =>
      `${phase} ${durationWords((to.at - from.at) / 60_000)}, until ${instantTitle(to.instant)} at ${clockOf(to)}`,
  );
  return `From ${instantTitle(first.from.instant)} at ${instantWords(new Date(first.from.at).toISOString())}: ${steps.join('; ')}.`;
}

function clockOf({ at }: Anchor): string {
  return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}
