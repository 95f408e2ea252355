import type { Instant, InstantName, Known, Reading } from '../model/index.ts';
import { anchorFrom } from './anchor-from.ts';
import type { Anchors } from './anchors.ts';
import type { MeasureContext } from './context.ts';

const ENDS = ['impactEnd', 'resolved', 'mitigated'] as const satisfies readonly InstantName[];

/**
 * The time of a review or of the paperwork ends no incident. Where a stated end is that of a row which tells of one,
 * the last row that tells of the end counts instead; without such a row the end is not known.
 */
export function reviewAsEnd(anchors: Anchors, reading: Reading, context: Pick<MeasureContext, 'zone'>): Anchors {
  const { closed } = anchors;
  if (!('at' in closed)) return anchors;
  const changed: Partial<Record<InstantName, Anchors[InstantName]>> = {};
  for (const name of ENDS) {
    const end = anchors[name];
    if (!('at' in end) || end.at !== closed.at || end.source === 'pinned') continue;
    const own = lastRow(name, reading, context);
    const note = `${end.clock} is stated as an end, and a row tells that this was the review; the row that tells of the end counts.`;
    changed[name] =
      own === null || !('at' in own) || own.at === closed.at
        ? { missing: 'isReview' }
        : { ...own, notes: [...own.notes, note] };
  }
  return { ...anchors, ...changed };
}

function lastRow(
  name: InstantName,
  { postmortem }: Reading,
  context: Pick<MeasureContext, 'zone'>,
): Anchors[InstantName] | null {
  const row = postmortem.timeline.findLast(
    ({ role, at }) => role?.instant === name && at.state === 'known' && at.value.clock !== undefined,
  );
  if (row === undefined || row.at.state !== 'known') return null;
  const field: Known<Instant> = { ...row.at, source: 'derived' };
  return anchorFrom(name, field, postmortem, context);
}
