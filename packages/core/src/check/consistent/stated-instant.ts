import { instantNames, valueOf } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for a start, detection or end that is stated at one time, and told by a row of the timeline at another.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:00 UTC\n**Ended:** 2026-03-04 11:00 UTC\n\n## Timeline\n\n- 10:20 UTC - Outage begins\n- 11:00 UTC - Service restored\n
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:00 UTC\n**Ended:** 2026-03-04 11:00 UTC\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:30 UTC - Service restored, error rate back to normal\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:20 UTC\n**Ended:** 2026-03-04 11:00 UTC\n\n## Timeline\n\n- 10:20 UTC - Outage begins\n- 11:00 UTC - Service restored\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Ended:** 2026-03-04 11:00 UTC\n\n## Timeline\n\n- 10:20 UTC - Outage begins\n- 11:00 UTC - Rollback\n- 11:10 UTC - Service restored\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Started:** 2026-03-04 10:20 UTC\n\n## Timeline\n\n- 10:32 UTC - On-call engineer joins\n
 */
export const statedInstant: Rule = {
  id: 'consistent/stated-instant',
  about: 'A start, detection or end that is stated at one time, and told by a row of the timeline at another.',
  reason: 'Durations run from the stated time; where the timeline tells another one, nobody knows which to trust.',
  question: 'Which of the two is right, or does the row tell of something else?',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: stated,
};

const found = contradictionsNamed('stated-instant');

/** Where a row has the stated time, the timeline tells it, and it is only the guess of what that row is that differs. */
function stated(document: Checked): readonly Hit[] {
  const { instants, timeline } = document.reading.postmortem;
  const clocks = new Set(timeline.map(({ at }) => valueOf(at)?.clock?.slice(0, 5)));
  return found(document).filter(({ place }) => {
    const told = instantNames.filter((name) => instants[name].places[0]?.from === place.from);
    return !told.some((name) => clocks.has(valueOf(instants[name])?.clock?.slice(0, 5)));
  });
}
