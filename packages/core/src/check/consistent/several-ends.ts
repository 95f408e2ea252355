import type { Checked, Hit, Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for several rows of the timeline that each tell the same end, without a new start between them.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Service restored\n- 11:40 UTC - Service restored\n
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Incident resolved\n- 12:40 UTC - Incident resolved\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Service restored\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Fix deployed to staging\n- 11:40 UTC - Fix deployed to production\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n- 10:00 UTC - Outage begins\n- 11:00 UTC - Service restored\n- 11:20 UTC - Outage begins again\n- 11:40 UTC - Service restored\n
 */
export const severalEnds: Rule = {
  id: 'consistent/several-ends',
  about: 'Several rows of the timeline that each tell the same end, without a new start between them.',
  reason:
    'The last one counts in every number; if an earlier one was the end, the incident is told longer than it was.',
  question: 'Which of them is the end?',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: ends,
};

const found = contradictionsNamed('several-ends');

/** Words of a row that tells what was done to end it: that may happen in one place after the other. */
const MEANS = /fix|deploy|patch|roll|rull|aplicad|produ[kc]/;

function ends(document: Checked): readonly Hit[] {
  const hits = found(document);
  if (hits.length === 0) return [];
  const { contradictions, reading } = document;
  const places = contradictions.flatMap(({ id, places: own }) => (id === 'several-ends' ? own : []));
  const starts = new Set(places.map(({ from }) => from));
  const isMeans = reading.postmortem.timeline.some(
    ({ at, role }) => starts.has(at.places[0]?.from ?? -1) && role !== undefined && MEANS.test(role.words),
  );
  return isMeans ? [] : hits;
}
