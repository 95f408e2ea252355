import { type Measurement, valueOf } from '@debrief/core';
import type { Measured } from './measured.ts';
import { resultText } from './number-form.ts';
import { cutTo, pad, painter } from './paint.ts';
import type { Look } from './render.ts';

/** The main numbers, and the definition that counts from the first sign, for documents that tell no start. */
const MAIN = [
  { metric: 'time-to-detect', word: 'detect', seen: null },
  { metric: 'time-to-resolve', word: 'resolve', seen: 'time-to-resolve/from-detection' },
  { metric: 'impact-duration', word: 'impact', seen: 'impact-duration/seen-impact' },
] as const;

/** One document on one line: date, the house's main numbers, how much does not fit together, where it is, its title. */
export function measureLine(
  { name, reading, measurements, contradictions }: Measured,
  { color, width, cut }: Look,
): string {
  const paint = painter(color);
  const { date, title } = reading.postmortem;
  const columns = [
    pad(valueOf(date) ?? '?', 10),
    ...MAIN.map((main) => pad(`${main.word} ${shown(measurements, main)}`, 24)),
    pad(contradictions.length === 0 ? '' : `${contradictions.length}!`, 3),
    name,
    valueOf(title) ?? '',
  ];
  const line = columns.join('  ').trimEnd();
  const fitting = cut ? cutTo(line, width) : line;
  return `${paint('dim', fitting.slice(0, 10))}${fitting.slice(10)}\n`;
}

function shown(measurements: readonly Measurement[], { metric, seen }: (typeof MAIN)[number]): string {
  const house = measurements.find((measurement) => measurement.metric === metric && measurement.isHouse);
  if (house === undefined) return '?';
  const since = measurements.find(({ definition }) => definition === seen);
  const isSeen = house.result.state === 'unknown' && since?.result.state === 'known';
  return isSeen ? `? (${resultText(since)} seen)` : resultText(house);
}
