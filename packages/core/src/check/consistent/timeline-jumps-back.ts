import { dayNumber } from '../../model/day.ts';
import { type TimelineEvent, valueOf } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';

/**
 * Looks for a row of the timeline that is earlier than the row before it.
 *
 * @finds document: # Mail down\n\n## Timeline\n\n- 10:20 UTC - Error rate rises\n- 10:05 UTC - On-call engineer joins\n- 10:40 UTC - Service restored\n ⟶ 10:05 UTC
 * @finds document: # Mail down\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 2026-03-05 10:20 | Error rate rises |\n| 2026-03-04 10:30 | Restart |\n| 2026-03-05 10:40 | Service restored |\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 23:50 UTC - Error rate rises\n- 00:20 UTC - Service restored\n
 * @passes document: # Mail down\n\n## Timeline (UTC, newest first)\n\n- 10:40 - Service restored\n- 10:20 - Rollback\n- 10:05 - Error rate rises\n
 */
export const timelineJumpsBack: Rule = {
  id: 'consistent/timeline-jumps-back',
  about: 'A row of the timeline that is earlier than the row before it.',
  reason: 'Durations are taken from the timeline; a slip in one clock moves them all.',
  question: 'Is that the right time, and the right day? If so, would the row be easier to find in its order?',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: jumpsBack,
};

const DAY_MINUTES = 1_440;

/** A clock without a day that falls so far back is the next morning's, as reading takes it. */
const OVER_MIDNIGHT = 360;

interface Step {
  readonly back: boolean;
  readonly from: TimelineEvent;
  readonly to: TimelineEvent;
}

function jumpsBack({ reading }: Checked): readonly Hit[] {
  const { timeline } = reading.postmortem;
  const steps = timeline.slice(1).flatMap((event, at) => stepBetween(timeline[at], event));
  const back = steps.filter(({ back: isBack }) => isBack);
  // Most steps back: the newest stands first, or several strands stand side by side.
  if (back.length === 0 || back.length * 2 > steps.length) return [];
  return back.flatMap(({ from, to }) => {
    const [place] = to.at.places;
    const [earlier, later] = [clockOf(to), clockOf(from)];
    return place === undefined ? [] : [{ place, message: `${earlier} comes behind ${later}.` }];
  });
}

function stepBetween(from: TimelineEvent | undefined, to: TimelineEvent): readonly Step[] {
  if (from === undefined || from.phase !== to.phase) return [];
  const [before, after] = [valueOf(from.at), valueOf(to.at)];
  if (before?.clock === undefined || after?.clock === undefined) return [];
  if (before.approximate === true || after.approximate === true) return [];
  if (before.zone !== after.zone || before.offsetMinutes !== after.offsetMinutes) return [];
  if ((before.day === undefined) !== (after.day === undefined)) return [];
  const days = before.day === undefined || after.day === undefined ? 0 : dayNumber(after.day) - dayNumber(before.day);
  // A clock to the minute may lie anywhere in it.
  const length = Math.min(before.clock.length, after.clock.length);
  const apart = days * DAY_MINUTES + minutesOf(after.clock.slice(0, length)) - minutesOf(before.clock.slice(0, length));
  return Number.isFinite(apart)
    ? [{ back: apart < 0 && !(days === 0 && before.day === undefined && apart <= -OVER_MIDNIGHT), from, to }]
    : [];
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes + seconds / 60;
}

function clockOf({ at }: TimelineEvent): string {
  const instant = valueOf(at);
  return `${instant?.day === undefined ? '' : `${instant.day} `}${instant?.clock ?? ''}`;
}
