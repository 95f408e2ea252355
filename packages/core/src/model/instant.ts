/** The instants of an incident, in the order in which they usually come. */
export const instantNames = [
  'trigger',
  'impactStart',
  'alerted',
  'detected',
  'acknowledged',
  'firstAction',
  'declared',
  'notified',
  'diagnosed',
  'firstMitigation',
  'mitigated',
  'impactEnd',
  'resolved',
  'closed',
] as const;

export type InstantName = (typeof instantNames)[number];

/**
 * A moment as a document tells it. `day` is `YYYY-MM-DD`, `clock` is `HH:MM` or `HH:MM:SS`; either may be missing.
 * `zone` is as written (`UTC`, `PST`, `UTC-4`), `offsetMinutes` its distance east of UTC where that is certain.
 */
export interface Instant {
  readonly day?: string;
  readonly clock?: string;
  readonly zone?: string;
  readonly offsetMinutes?: number;
  readonly approximate?: true;
}

/**
 * The short written form of an instant to the minute: `2021-03-04T08:22`, `T08:22` where the day is not known,
 * `2021-03-04` where the clock is not, or null.
 */
export function instantText(instant: Instant): string | null {
  const clock = instant.clock === undefined ? '' : `T${instant.clock.slice(0, 5)}`;
  return `${instant.day ?? ''}${clock}` || null;
}
