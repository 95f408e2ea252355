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
  percent: (value) => `${rounded(value)}%`,
  percentagePoints: (value) => `${value > 0 ? '+' : ''}${rounded(value)} points`,
  text: String,
};

/** Two figures behind the point below ten, one above: more would only look exact. */
function rounded(value: number): string {
  const digits = Math.abs(value) < 10 ? 100 : 10;
  return String(Math.round(value * digits) / digits).replace('-', '−');
}

function grouped(value: number): string {
  return rounded(value).replaceAll(/\B(?<!\..*)(?=(?:\d{3})+(?:\.|$))/g, ',');
}
