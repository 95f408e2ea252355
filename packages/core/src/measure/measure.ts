import type { Reading } from '../model/index.ts';
import { anchorsOf } from './anchors.ts';
import type { MeasureContext } from './context.ts';
import type { Measurement } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { metrics } from './metrics.ts';

/**
 * Every number that one post-mortem tells or that follows from its times, in all the definitions that people use.
 *
 * Minutes unless `unit` says otherwise. A number that cannot be worked out has the state `unknown`, `notApplicable` or
 * `invalid` with a name and a sentence for the reason; one whose end is still to come is `open`, at least so long at
 * `context.now`. What the document itself states stands beside it and is never taken instead. Definitions and formulas:
 * `docs/metrics.md`. Nothing is thrown, and no value is NaN or infinite.
 *
 * @param only of all metrics those that are asked for
 * @example measure(read(text), { now, zone: null, definitions: {}, services: [] })[0] // { metric: 'time-to-detect', definition: 'time-to-detect/from-impact', isHouse: true, result: { state: 'known', value: 9 }, … }
 */
export function measure(
  reading: Reading,
  context: MeasureContext,
  only: readonly Metric[] = metrics,
): readonly Measurement[] {
  const incident: Incident = { reading, anchors: anchorsOf(reading, context), context };
  return only.flatMap((metric) => metric.measure(incident));
}
