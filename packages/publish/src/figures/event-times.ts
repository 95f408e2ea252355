import { type Instant, type Reading, valueOf } from '@debrief/core';
import type { IncidentPhase } from './incident-phases.ts';

/**
 * When the events of a timeline were, in milliseconds since 1970-01-01T00:00Z, in the order of the text. An event without
 * a clock or a day has no time.
 */
export function eventTimes({ postmortem }: Reading, phases: readonly IncidentPhase[]): readonly number[] {
  const own = valueOf(postmortem.date) ?? phases[0]?.from.day;
  return postmortem.timeline.flatMap(({ at }) => {
    const instant = valueOf(at);
    const time = instant === null ? Number.NaN : timeOf(instant, own, phases);
    return Number.isFinite(time) ? [time] : [];
  });
}

function timeOf(
  { clock, day, offsetMinutes }: Instant,
  incidentDay: string | undefined,
  phases: readonly IncidentPhase[],
): number {
  const on = day ?? incidentDay;
  if (clock === undefined || on === undefined) return Number.NaN;
  const local = Date.parse(`${on}T${clock}Z`);
  return local - (offsetMinutes ?? offsetOn(on, phases)) * 60_000;
}

/** The clocks of a document go as those of its instants do. */
function offsetOn(day: string, phases: readonly IncidentPhase[]): number {
  const anchors = phases.flatMap(({ from, to }) => [from, to]);
  const alike = anchors.find((anchor) => anchor.day === day) ?? anchors[0];
  if (alike === undefined) return 0;
  return Math.round((Date.parse(`${alike.day}T${alike.clock}Z`) - alike.at) / 60_000);
}
