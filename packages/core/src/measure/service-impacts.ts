import { affectedServices } from './affected-services.ts';
import { impactTime } from './impact-time.ts';
import type { Incident } from './metric.ts';

/** A stretch in which an incident hurt a service. */
export interface ServiceImpact {
  /** The name that the house gives the service, else as the document writes it; null where it names none. */
  readonly service: string | null;
  /** Milliseconds since 1970-01-01T00:00Z; `to` is null while it lasts. */
  readonly from: number;
  readonly to: number | null;
  /** The share of requests that failed; 1 where the document does not tell. */
  readonly badShare: number;
}

/**
 * When an incident hurt which service, for budgets over many incidents: one entry for each affected service, one without a
 * name where the document names none, none where the time is not known.
 *
 * @example serviceImpacts(incident) // [{ service: 'checkout', from, to, badShare: 0.4 }]
 */
export function serviceImpacts(incident: Incident): readonly ServiceImpact[] {
  const time = impactTime(incident);
  if ('state' in time) return [];
  const span = { from: time.start.at, to: time.end === null ? null : time.end.at };
  const affected = affectedServices(incident);
  if (affected.length === 0) return [{ service: null, ...span, badShare: 1 }];
  return affected.map(({ name, service, badShare }) => ({ service: service?.name ?? name, ...span, badShare }));
}
