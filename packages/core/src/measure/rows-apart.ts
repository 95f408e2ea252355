import type { InstantName, Reading } from '../model/index.ts';
import { onceFor } from '../model/once-for.ts';
import { anchorFrom } from './anchor-from.ts';
import { isAnchor } from './anchors.ts';
import type { MeasureContext } from './context.ts';
import type { Anchor } from './measurement.ts';

/** The rows of a timeline on the line of time; of a long one the first hundred. Each has its role, else `firstAction`. */
export function rowAnchors(reading: Reading, { zone }: Pick<MeasureContext, 'zone'>): readonly Anchor[] {
  const known = inZones(reading);
  const rows = known.get(zone) ?? placeRows(reading, { zone });
  known.set(zone, rows);
  return rows;
}

const inZones = onceFor((_reading: Reading) => new Map<string | null, readonly Anchor[]>());

function placeRows({ postmortem }: Reading, context: Pick<MeasureContext, 'zone'>): readonly Anchor[] {
  return postmortem.timeline.slice(0, 100).flatMap(({ at, role }) => {
    if (at.state !== 'known' || at.value.clock === undefined) return [];
    const anchor = anchorFrom(role?.instant ?? 'firstAction', at, postmortem, context);
    return isAnchor(anchor) ? [anchor] : [];
  });
}

const STARTS: ReadonlySet<string> = new Set(['trigger', 'impactStart', 'alerted', 'detected']);
/** The ends of an incident, and the review, which people take for one. */
export const incidentEnds: ReadonlySet<InstantName> = new Set(['mitigated', 'impactEnd', 'resolved', 'closed']);

/**
 * Two rows that lie as far apart as a stated length of time: the first row, or one that tells of a start, and one that
 * tells of an end that is asked for; the last row is an end of the incident. Other pairs would fit by chance.
 */
export function rowsApart(
  minutes: number,
  tolerance: number,
  rows: readonly Anchor[],
  endNames: ReadonlySet<InstantName>,
): readonly [Anchor, Anchor] | null {
  const starts = rows.filter(({ instant }, at) => at === 0 || STARTS.has(instant));
  const ends = rows.filter(
    ({ instant }, at) => endNames.has(instant) || (at === rows.length - 1 && endNames.has('resolved')),
  );
  for (const from of starts) {
    const to = ends.find(
      ({ at }) => at > from.at && Math.abs((at - from.at) / 60_000 - minutes) <= Math.min(tolerance, 1),
    );
    if (to !== undefined) return [from, to];
  }
  return null;
}
