import type { ServiceLevelObjective } from '../model/index.ts';
import type { BadInterval } from './bad-interval.ts';

/** A service as far as measuring needs it; that of `debrief.yaml` fits. */
export interface MeasuredService {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly slos: readonly ServiceLevelObjective[];
}

/** A stretch in which an earlier incident hurt a service. */
interface EarlierImpact extends BadInterval {
  readonly service: string;
}

/** What is not in the text: the time now, the house's zone, definitions and services. */
export interface MeasureContext {
  /** Milliseconds since 1970-01-01T00:00Z; what is not over is censored here. */
  readonly now: number;
  /** An IANA name or `UTC+2`, for clocks that name no zone. Null where the house has settled none. */
  readonly zone: string | null;
  /** Metric → definition of the house: `{ 'time-to-mitigate': 'from-acknowledgement' }`. */
  readonly definitions: Readonly<Record<string, string>>;
  readonly services: readonly MeasuredService[];
  /**
   * When earlier incidents, and not this one, hurt which service; without them nobody knows what was left of a budget
   * before it.
   */
  readonly earlierImpacts?: readonly EarlierImpact[];
}
