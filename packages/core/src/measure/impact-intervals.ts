import type { Place } from '../model/index.ts';
import { anchorFrom } from './anchor-from.ts';
import { isAnchor } from './anchors.ts';
import type { Anchor } from './measurement.ts';
import type { Incident } from './metric.ts';

/** A stretch in which users were affected, half open, in milliseconds since 1970-01-01T00:00Z. */
export interface ImpactInterval {
  readonly from: number;
  readonly to: number;
  readonly places: readonly Place[];
  /** `10:00–10:40` */
  readonly words: string;
}

/**
 * The stretches of impact that a timeline tells: each row where impact begins, up to the next row where it ends. Where
 * start or end is pinned or stated, or a row lies before the one it should follow, the rows do not tell them.
 */
export function impactIntervals({ reading, anchors, context }: Incident): readonly ImpactInterval[] {
  const [start, end] = [anchors.impactStart, anchors.impactEnd];
  if (!isAnchor(start) || !isAnchor(end) || start.source === 'pinned' || end.source === 'pinned') return [];
  const found: ImpactInterval[] = [];
  let open: Anchor | null = null;
  for (const { role, at } of reading.postmortem.timeline) {
    if (at.state !== 'known' || (role?.instant !== 'impactStart' && role?.instant !== 'impactEnd')) continue;
    const anchor = anchorFrom(role.instant, at, reading.postmortem, context);
    if (!isAnchor(anchor)) return [];
    if (role.instant === 'impactStart') open ??= anchor;
    else if (open !== null) {
      if (anchor.at < open.at) return [];
      found.push({
        from: open.at,
        to: anchor.at,
        places: [...open.places.slice(0, 1), ...anchor.places.slice(0, 1)],
        words: `${open.clock}–${anchor.clock}`,
      });
      open = null;
    }
  }
  const [first] = found;
  return open === null && first?.from === start.at && found.at(-1)?.to === end.at ? found : [];
}

/** The minutes that intervals `[from, to)` cover together; what several cover counts once (`metrics.md` §8). */
export function unionMinutes(intervals: readonly Pick<ImpactInterval, 'from' | 'to'>[]): number {
  let covered = 0;
  let until = -Infinity;
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    if (to <= until) continue;
    covered += to - Math.max(from, until);
    until = to;
  }
  return covered / 60_000;
}
