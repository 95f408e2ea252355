import { instantNames, type InstantName, read, type ServiceLevelObjective } from '../src/index.ts';
import type { Anchors } from '../src/measure/anchors.ts';
import type { MeasureContext } from '../src/measure/context.ts';
import type { Measurement } from '../src/measure/measurement.ts';
import type { Incident } from '../src/measure/metric.ts';

export const now = Date.parse('2026-11-21T00:00Z');

/** An objective for requests answered, 99.9 % over the last 30 days unless said otherwise. */
export function answered(more: Partial<ServiceLevelObjective> = {}): ServiceLevelObjective {
  return {
    name: 'answered',
    indicator: 'availability',
    target: 99.9,
    window: { kind: 'rolling', days: 30 },
    budgeting: 'occurrences',
    ...more,
  };
}

/** An incident of a document, with anchors written by hand as `impactStart: '2026-03-01T10:00Z'`. */
export function incidentFor(
  text: string,
  times: Readonly<Partial<Record<InstantName, string>>> = {},
  context: Partial<MeasureContext> = {},
): Incident {
  const anchors = instantNames.map((instant) => {
    const written = times[instant];
    return [
      instant,
      written === undefined
        ? { missing: 'absent' }
        : {
            instant,
            at: Date.parse(written),
            precision: 60_000,
            source: 'stated',
            zone: { name: 'UTC', from: 'document' },
            places: [],
          },
    ];
  });
  return {
    reading: read(text),
    anchors: Object.fromEntries(anchors) as Anchors,
    context: { now, zone: null, definitions: {}, services: [], ...context },
  };
}

/** A measurement as one line: definition, subject, number or reason, and what became of the stated value. */
export function shown({ definition, subject, result, stated }: Measurement): string {
  const value =
    result.state === 'known'
      ? String(Number(result.value.toFixed(3)))
      : result.state === 'open'
        ? `≥ ${Number(result.atLeast.toFixed(3))}`
        : `${result.state}: ${result.reason}`;
  const about = subject === undefined ? '' : ` [${subject}]`;
  return `${definition}${about} ${value}${stated === undefined ? '' : ` (${stated.written} ${stated.verdict})`}`;
}
