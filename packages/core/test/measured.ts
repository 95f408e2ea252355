import { type InstantName, type MeasureContext, type Measurement, measure, read } from '../src/index.ts';

export const now = Date.UTC(2026, 5, 1);

export const context: MeasureContext = { now, zone: null, definitions: {}, services: [] };

/** All measurements of a text, by definition. */
export function measured(text: string, options: Partial<MeasureContext> = {}): ReadonlyMap<string, Measurement> {
  const found = measure(read(text), { ...context, ...options });
  return new Map(found.map((measurement) => [measurement.definition, measurement]));
}

/** A measurement in short: its value, `≥` and what it is at least, or its state and reason. */
export function shortly(measurement: Measurement | undefined): number | string {
  if (measurement === undefined) return '(none)';
  const { result } = measurement;
  if (result.state === 'known') return result.value;
  return result.state === 'open' ? `≥ ${result.atLeast}` : `${result.state}: ${result.reason}`;
}

/** The values of some definitions of a text. */
export function valuesOf(text: string, ids: readonly string[], options: Partial<MeasureContext> = {}) {
  const found = measured(text, options);
  return Object.fromEntries(ids.map((id) => [id, shortly(found.get(id))]));
}

/** A document that pins instants in its front matter, with a body below. */
export function pinned(times: Readonly<Partial<Record<InstantName, string>>>, body = '# Kites down\n'): string {
  const lines = Object.entries(times).map(([name, time]) => `  ${name}: ${time}`);
  return `---\ntimes:\n${lines.join('\n')}\n---\n\n${body}`;
}
