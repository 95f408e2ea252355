import { rowAnchors, rowsApart } from '../../measure/rows-apart.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for a duration, or a time to detect, acknowledge, mitigate or resolve, that the document states and that its own times do not give in any definition.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Duration**: 3 hours\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 14:30 | Outage begins |\n| 15:15 | Service restored |\n
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n**Duration**: 25 minutes\n**Started:** 2026-03-04 10:00 UTC\n**Ended:** 2026-03-04 12:00 UTC\n ⟶ 25 minutes
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Duration**: 45 minutes\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 14:30 | Outage begins |\n| 15:15 | Service restored |\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Time to detect**: 90 minutes\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 14:30 | Outage begins |\n| 15:10 | Customers report errors |\n| 16:00 | Outage detected by on-call |\n | 17:00 | Service restored |\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n**Duration**: about 2 hours\n**Started:** 2026-03-04 10:00 UTC\n**Ended:** 2026-03-04 11:55 UTC\n
 */
export const statedDuration: Rule = {
  id: 'consistent/stated-duration',
  about: 'A duration or time to respond that the document states and that its own times do not give in any definition.',
  reason: 'Readers take the number from the header and never add up the timeline; both should say the same.',
  question: 'Which of the two is meant? Correct the number, or pin the times that it runs between.',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: statedLengths,
};

const found = contradictionsNamed('stated-duration');

function statedLengths(document: Checked): readonly Hit[] {
  const hits = found(document);
  if (hits.length === 0) return hits;
  const detected = detectedAsStated(document);
  return hits.filter(({ place }) => place.from !== detected);
}

/**
 * Where a stated time to detect stands that a row of the timeline which tells of the detection bears out. An earlier row
 * can be taken for a first sign, and the document knows better what it took for one.
 */
function detectedAsStated({ measurements, reading }: Checked): number | undefined {
  const stated = measurements.find(
    ({ metric, stated: own }) => metric === 'time-to-detect' && own !== undefined,
  )?.stated;
  if (stated === undefined) return undefined;
  const rows = rowsApart(stated.value, stated.tolerance, rowAnchors(reading, { zone: null }), new Set(['detected']));
  return rows === null ? undefined : stated.places[0]?.from;
}
