import { badMinutes, clipIntervals, uniteIntervals, type Weighing } from './intervals.ts';
import { type BadInterval, MINUTE, type TimeInterval } from './bad-interval.ts';

/** Shares of a window that were good, 0 to 1: for each service, and for all of them together. */
export interface Composite {
  readonly services: readonly { readonly name: string; readonly availability: number }[];
  /** The time in which none of the services was bad. */
  readonly anyDown: number;
}

/**
 * The availability of several services and of the whole that they declare themselves to be: bad while any of them is.
 * Measured as the union of their bad time, since the product of their availabilities holds only where they fail
 * independently of each other, which in one incident they do not.
 *
 * @returns `{ reason }` for a window without length.
 * @example compositeAvailability({ window: day, services: [{ name: 'api', intervals }, { name: 'web', intervals: others }] })
 */
export function compositeAvailability({
  window,
  services,
  weighing = 'weighted',
}: {
  readonly window: TimeInterval;
  readonly services: readonly { readonly name: string; readonly intervals: readonly BadInterval[] }[];
  readonly weighing?: Weighing;
}): Composite | { readonly reason: 'emptyWindow' } {
  const length = (window.to - window.from) / MINUTE;
  if (!(length > 0 && Number.isFinite(length))) return { reason: 'emptyWindow' };
  const good = (intervals: readonly BadInterval[]): number =>
    1 - badMinutes(clipIntervals(intervals, window), weighing) / length;
  return {
    services: services.map(({ name, intervals }) => ({ name, availability: good(intervals) })),
    anyDown: good(uniteIntervals(services.flatMap(({ intervals }) => intervals))),
  };
}
