import type { Anchor } from './measurement.ts';
import type { Incident } from './metric.ts';
import { invalid, type NoNumber, unknown } from './refusal.ts';

/** When users were affected. */
export interface ImpactTime {
  readonly start: Anchor;
  /** Null while it lasts. */
  readonly end: Anchor | null;
  /** Milliseconds since 1970-01-01T00:00Z: of the end, or now where there is none. */
  readonly until: number;
  readonly notes: readonly string[];
}

/** What ends an impact where `impactEnd` is not known, the best first. `closed` never does. */
const ENDS = [
  ['impactEnd', null],
  ['mitigated', 'The end of the impact is not told; it was taken to end when it was mitigated.'],
  ['resolved', 'The end of the impact is not told; it was taken to end when the incident was resolved.'],
] as const;

/**
 * From when to when users were affected, or why that cannot be told. An impact without any end lasts until now.
 *
 * @example impactTime(incident) // { start, end, until, notes: [] }
 */
export function impactTime({ anchors, context }: Pick<Incident, 'anchors' | 'context'>): ImpactTime | NoNumber {
  const start = anchors.impactStart;
  if (!('at' in start))
    return unknown(
      'noImpactStart',
      'When the impact began is not known. Write “Impact start” with day and time, or pin `times: { impactStart: … }` in the front matter.',
    );
  for (const [name, note] of ENDS) {
    const end = anchors[name];
    if (!('at' in end)) continue;
    if (end.at < start.at)
      return invalid(
        'endBeforeStart',
        'The impact ends before it starts. Check both times, their days and their zones.',
      );
    return { start, end, until: end.at, notes: note === null ? [] : [note] };
  }
  if (context.now < start.at)
    return invalid('startsLater', 'The impact starts after now. Check its day, its time and its zone.');
  return { start, end: null, until: context.now, notes: ['The impact has no end yet; it is counted up to now.'] };
}
