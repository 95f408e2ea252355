import { type Measurement, valueOf } from '@debrief/core';
import type { Measured } from './measured.ts';
import { resultText } from './number-form.ts';
import { cutTo, pad, painter } from './paint.ts';
import type { Look } from './render.ts';

const MAIN = [
  ['time-to-detect', 'detect'],
  ['time-to-mitigate', 'mitigate'],
  ['time-to-resolve', 'resolve'],
  ['impact-duration', 'impact'],
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
    ...MAIN.map(([metric, word]) => pad(`${word} ${shown(measurements, metric)}`, 20)),
    pad(contradictions.length === 0 ? '' : `${contradictions.length}!`, 3),
    name,
    valueOf(title) ?? '',
  ];
  const line = columns.join('  ').trimEnd();
  const fitting = cut ? cutTo(line, width) : line;
  return `${paint('dim', fitting.slice(0, 10))}${fitting.slice(10)}\n`;
}

function shown(measurements: readonly Measurement[], metric: string): string {
  const house = measurements.find((measurement) => measurement.metric === metric && measurement.isHouse);
  return house === undefined ? '?' : resultText(house);
}
