export { type Anchors, anchorsOf, isAnchor, type MissingAnchor } from './anchors.ts';
export type { MeasureContext, MeasuredService } from './context.ts';
export type { Contradiction } from './contradictions/contradiction.ts';
export { contradictions } from './contradictions/contradictions.ts';
export { measure } from './measure.ts';
export type { Anchor, Measurement, Result, StatedValue, Unit } from './measurement.ts';
export type { Definition, Incident, Metric } from './metric.ts';
export { metrics } from './metrics.ts';
