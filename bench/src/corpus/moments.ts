import { clock, type Incident } from './incident.ts';
import type { Random } from './random.ts';

/** Clock readings from the incident's begin to its end. */
export function momentsOf(random: Random, incident: Incident, count: number): readonly string[] {
  const between = Array.from({ length: count - 2 }, () => random.whole(1, incident.minutes - 1)).toSorted(
    (a, b) => a - b,
  );
  return [0, ...between, incident.minutes].map((minutes) => clock(incident, minutes));
}
