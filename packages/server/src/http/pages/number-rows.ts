import { instantTitle, type Measurement, metrics } from '@debrief/core';
import { durationWords, markup, type Markup, numberWords } from '@debrief/publish';

/** The numbers of one incident with what they mean: those that are known, and those that are not with the reason. */
export function numbersBlock(measurements: readonly Measurement[]): Markup {
  const house = measurements.filter(({ isHouse }) => isHouse);
  const known = house.filter(({ result }) => result.state === 'known' || result.state === 'open');
  const unknown = house.filter(({ result }) => result.state === 'unknown' || result.state === 'invalid');
  return markup`<h2 id="numbers">Numbers</h2>
${known.length === 0 ? markup`<p class="soft">The text gives no times or counts that could be measured.</p>` : markup`<dl class="numbers">${known.map(knownRow)}</dl>`}
${unknown.length === 0 ? null : markup`<details><summary>${unknown.length} not known</summary><ul>${unknown.map(unknownRow)}</ul></details>`}`;
}

function knownRow(measurement: Measurement): Markup {
  const { subject, stated, notes } = measurement;
  const differs = stated?.verdict === 'differs' ? (stated.message ?? 'The text states another number.') : null;
  return markup`<div><dt>${titleOf(measurement)}${subject === undefined ? null : markup` <span class="soft"><bdi>${subject}</bdi></span>`}</dt><dd>${valueOf(measurement)}</dd><dd class="how">${howOf(measurement)}${differs === null ? null : markup` <strong>${differs}</strong>`}${notes.slice(0, 2).map((note) => markup` ${note}`)}</dd></div>`;
}

function unknownRow(measurement: Measurement): Markup {
  const { result } = measurement;
  return markup`<li><strong>${titleOf(measurement)}</strong> ${'message' in result ? result.message : ''}</li>`;
}

function titleOf({ metric }: Measurement): string {
  const title = metrics.find(({ name }) => name === metric)?.title ?? metric;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** From where to where, and on what that stands; else the words of the definition. */
function howOf({ definition, from, to }: Measurement): string {
  const all = metrics.flatMap(({ definitions }) => definitions);
  const words = all.find(({ id }) => id === definition)?.title ?? definition;
  if (from === undefined) return `${words}.`;
  const end = to === undefined ? 'not over' : `${instantTitle(to.instant)} ${to.clock}`;
  const isGuess = from.source === 'guessed' || to?.source === 'guessed';
  return `${instantTitle(from.instant)} ${from.clock} → ${end}${isGuess ? ' (from the words of the timeline)' : ''}.`;
}

function valueOf({ result, unit }: Measurement): string {
  if (result.state === 'known') return UNITS[unit](result.value);
  return result.state === 'open' ? `≥ ${UNITS[unit](result.atLeast)}` : '?';
}

const UNITS: Readonly<Record<Measurement['unit'], (value: number) => string>> = {
  minutes: durationWords,
  days: (value) => `${numberWords(value)} d`,
  milliseconds: (value) => `${numberWords(value)} ms`,
  count: numberWords,
  ratio: (value) => `${numberWords(value)}×`,
  percent: (value) => `${exactPercent(value)} %`,
  percentagePoints: (value) => `${numberWords(value)} points`,
  text: String,
};

/** Near a hundred what is missing matters. */
function exactPercent(value: number): string {
  return value > 99 && value < 100 ? String(Number(value.toPrecision(6))) : numberWords(value);
}
