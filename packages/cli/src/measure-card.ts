import { type Anchor, instantTitle, type Measurement, metrics, type Place, valueOf } from '@debrief/core';
import { lineFinder } from './line-finder.ts';
import type { Measured } from './measured.ts';
import { resultText, valueText } from './number-form.ts';
import { cutTo, pad, painter, wrap } from './paint.ts';
import { phaseChart, zoneBeside } from './phase-chart.ts';
import type { Look } from './render.ts';

const NAME = 21;
const VALUE = 13;

type Paint = ReturnType<typeof painter>;

interface Page {
  readonly width: number;
  readonly paint: Paint;
  readonly text: string;
  readonly explain: boolean;
  readonly lineOf: (place: Place) => number;
  /** Notes that several numbers share are told once. */
  readonly shared: ReadonlySet<string>;
}

/** A document's numbers on a card: phases, each number with where it comes from, what is not known, contradictions. */
export function measureCard(measured: Measured, { color, width }: Look): string {
  const { name, reading, anchors, measurements, contradictions, explain } = measured;
  const { title, date, severity, status, furtherIncidents } = reading.postmortem;
  const paint = painter(color);
  const shared = sharedNotes(measurements);
  const page: Page = { width, paint, text: reading.text, explain, lineOf: lineFinder(reading.text), shared };
  const groups = [...Map.groupBy(measurements, ({ metric, subject = '' }) => `${metric} ${subject}`).values()];
  const told = groups.filter((group) => group.some(isTold));
  const head = [name, valueOf(date), valueOf(severity)?.written, valueOf(status.incident)].filter(Boolean).join(' · ');
  const notes = [
    ...shared,
    ...(furtherIncidents.length === 0
      ? []
      : [`This file tells of ${furtherIncidents.length + 1} incidents; these are the numbers of the first.`]),
  ];
  const parts = [
    [paint('bold', valueOf(title) ?? '(no title)'), paint('dim', cutTo(head, width))],
    phaseChart(anchors, width, paint),
    titled(
      'Numbers',
      told.flatMap((group) => groupRows(group, page)),
    ),
    titled(
      'Notes',
      notes.flatMap((note) => bullet(note, width)),
    ),
    titled('Not known', notKnown(groups, page)),
    titled(
      'Does not fit together',
      contradictions.flatMap(({ message, question, places }) =>
        bullet(`${message}${question === undefined ? '' : ` ${question}`}${linesText(places, page)}`, width).map(
          (row) => paint('yellow', row),
        ),
      ),
    ),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;

  function titled(words: string, rows: readonly string[]): readonly string[] {
    return rows.length === 0 ? [] : [paint('bold', words), ...rows];
  }
}

function isTold({ result, stated }: Measurement): boolean {
  return result.state === 'known' || result.state === 'open' || result.state === 'invalid' || stated !== undefined;
}

/** One metric: the house's definition first, then the others that gave a number, each with where it comes from. */
function groupRows(group: readonly Measurement[], page: Page): readonly string[] {
  const house = group.find(({ isHouse }) => isHouse) ?? group[0];
  if (house === undefined) return [];
  const others = group.filter((each) => each !== house && isTold(each) && each.result.state !== 'invalid');
  const { subject } = house;
  const title = `${titleOf(house)}${subject === undefined ? '' : `, ${subject}`}`;
  return [
    ...numberRows(title, house, page),
    ...statedRows(house, page),
    ...others.flatMap((other) => otherRows(other, page)),
  ];
}

function numberRows(title: string, measurement: Measurement, page: Page): readonly string[] {
  const { result } = measurement;
  const [indent, room] = [' '.repeat(2 + NAME + VALUE), page.width - 2 - NAME - VALUE];
  const isMissing = 'message' in result && result.state !== 'invalid';
  const why = isMissing ? 'not known, see below' : 'message' in result ? result.message : endsText(measurement);
  const notes = measurement.notes.filter((note) => !page.shared.has(note));
  const isLong = title.length > NAME - 1;
  const about = isLong && measurement.subject !== undefined ? wrap(measurement.subject, room) : [];
  const [first = '', ...more] = [...about, ...wrap(why, room), ...notes.flatMap((note) => wrap(note, room))];
  const name = isLong ? cutTo(about.length > 0 ? titleOf(measurement) : title, NAME - 1) : title;
  return [
    `  ${pad(name, NAME)}${page.paint('bold', pad(resultText(measurement), VALUE))}${first}`.trimEnd(),
    ...more.map((line) => `${indent}${line}`),
    ...rowsOfText(measurement, page),
  ];
}

function otherRows(measurement: Measurement, page: Page): readonly string[] {
  const room = page.width - 2 - NAME - VALUE;
  const [first = '', ...more] = wrap(`${definitionOf(measurement)}${clocksText(measurement)}`, room);
  return [
    page.paint('dim', `  ${' '.repeat(NAME)}${pad(resultText(measurement), VALUE)}${first}`),
    ...more.map((line) => page.paint('dim', `  ${' '.repeat(NAME + VALUE)}${line}`)),
    ...rowsOfText(measurement, page),
  ];
}

function statedRows({ stated, unit }: Measurement, { width, lineOf }: Page): readonly string[] {
  if (stated === undefined) return [];
  const [place] = stated.places;
  const line = place === undefined ? '' : ` in line ${lineOf(place)}`;
  const verdict = {
    agrees: 'agrees',
    agreesWithOther: stated.message ?? 'agrees with another definition',
    differs: 'differs, see below',
    notCompared: stated.message ?? 'nothing to compare it with',
  }[stated.verdict];
  return wrap(`stated${line}: ${verdict}`, width - 2 - NAME - VALUE).map(
    (row, at) => `  ${' '.repeat(NAME)}${pad(at === 0 ? valueText(stated.value, unit) : '', VALUE)}${row}`,
  );
}

/** `, 09:52 → 10:01` */
function clocksText({ from, to }: Measurement): string {
  if (from === undefined) return '';
  const own = to === undefined ? '' : zoneBeside(from, to);
  return `, ${from.clock}${own} → ${to === undefined ? 'not over' : `${to.clock}${zoneBeside(to, from)}`}`;
}

/** `impact start 09:52 → detected 10:01 (guessed from “detected”)` */
function endsText({ from, to, result, notes, places }: Measurement): string {
  if (from === undefined) return notes.length > 0 || places.length === 0 ? '' : 'as the text says';
  const until = to === undefined ? (result.state === 'open' ? ' → not over' : '') : ` → ${anchorText(to, from)}`;
  return `${anchorText(from, to === undefined ? undefined : { ...to, day: from.day })}${until}`;
}

function anchorText(anchor: Anchor, other?: Anchor): string {
  const { instant, day, clock, source, words, approximate } = anchor;
  const shownDay = other !== undefined && other.day !== day ? `${day} ` : '';
  const origin =
    source === 'guessed' ? (words === undefined ? ' (guessed)' : ` (guessed from “${words}”)`) : ` (${source})`;
  const zone = other === undefined ? '' : zoneBeside(anchor, other);
  return `${instantTitle(instant)} ${shownDay}${approximate === true ? '~' : ''}${clock}${zone}${origin}`;
}

/** With `--explain`: the lines of the text from which a number comes. */
function rowsOfText({ places, stated }: Measurement, { text, lineOf, width, explain, paint }: Page): readonly string[] {
  if (!explain) return [];
  const numbers = [...new Set([...places, ...(stated?.places ?? [])].map(lineOf))].toSorted((a, b) => a - b);
  const lines = text.split(/\r\n|\r|\n/);
  return numbers.slice(0, 20).map((number) => {
    const line = (lines[number - 1] ?? '').trim();
    return paint('cyan', cutTo(`      line ${number}: ${line}`, width));
  });
}

/** What to do for the numbers that are missing, each reason once. */
function notKnown(groups: readonly (readonly Measurement[])[], { width, paint }: Page): readonly string[] {
  const missing = groups.flatMap((group) => {
    const house = group.find(({ isHouse }) => isHouse);
    return house !== undefined && 'message' in house.result && house.result.state !== 'invalid'
      ? [[house, house.result.message] as const]
      : [];
  });
  return [...Map.groupBy(missing, ([, message]) => message)].flatMap(([message, all]) => {
    const names = all.map(([house]) => `${titleOf(house)}${house.subject === undefined ? '' : `, ${house.subject}`}`);
    return bullet(`${names.join(', ')}: ${message}`, width).map((row) => paint('dim', row));
  });
}

function sharedNotes(measurements: readonly Measurement[]): ReadonlySet<string> {
  const metricsOf = new Map<string, Set<string>>();
  for (const { metric, notes } of measurements.filter(isTold)) {
    for (const note of notes) metricsOf.set(note, (metricsOf.get(note) ?? new Set()).add(metric));
  }
  return new Set([...metricsOf].flatMap(([note, own]) => (own.size > 1 ? [note] : [])));
}

function titleOf({ metric }: Measurement): string {
  return metrics.find(({ name }) => name === metric)?.title ?? metric;
}

function definitionOf({ definition }: Measurement): string {
  const all = metrics.flatMap(({ definitions }) => definitions);
  return all.find(({ id }) => id === definition)?.title ?? definition;
}

function bullet(text: string, width: number): readonly string[] {
  return wrap(text, width - 4).map((line, at) => `  ${at === 0 ? '· ' : '  '}${line}`);
}

function linesText(places: readonly Place[], { lineOf }: Page): string {
  const numbers = [...new Set(places.map(lineOf))].toSorted((a, b) => a - b);
  if (numbers.length === 0) return '';
  return ` (${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')})`;
}
