import { type Measurement, minutesText } from '@debrief/core';

/** A value in its unit: `9 min`, `25×`, `−4.7 points`. */
export function valueText(value: number, unit: Measurement['unit']): string {
  return FORMS[unit](value);
}

/** The number of a measurement, `≥` and what it is at least where it is open, or `?`. */
export function resultText({ result, unit }: Measurement): string {
  if (result.state === 'known') return valueText(result.value, unit);
  if (result.state === 'open') return `≥ ${valueText(result.atLeast, unit)}`;
  return result.state === 'notApplicable' ? '–' : '?';
}

const FORMS: Readonly<Record<Measurement['unit'], (value: number) => string>> = {
  minutes: minutesText,
  days: (value) => `${rounded(value)} days`,
  milliseconds: (value) => `${grouped(value)} ms`,
  count: grouped,
  ratio: (value) => `${rounded(value)}×`,
  percent: (value) => `${nearlyWhole(value) ?? rounded(value)}%`,
  percentagePoints: (value) => `${value > 0 ? '+' : ''}${rounded(value)} points`,
  text: String,
};

/** Two figures behind the point below ten, one above: more would only look exact. */
function rounded(value: number): string {
  const digits = Math.abs(value) < 10 ? 100 : 10;
  return String(Math.round(value * digits) / digits).replace('-', '−');
}

/** Between 99 and 100 what is missing matters: two figures of it, so that 99.9306 is neither 99.9 nor 100. */
function nearlyWhole(value: number): string | null {
  if (!(value > 99 && value < 100)) return null;
  const figures = Math.min(9, 1 - Math.floor(Math.log10(100 - value)));
  return Number(value.toFixed(figures)) === 100 ? '> 99.99999999' : String(Number(value.toFixed(figures)));
}

function grouped(value: number): string {
  return rounded(value).replaceAll(/\B(?<!\..*)(?=(?:\d{3})+(?:\.|$))/g, ',');
}
