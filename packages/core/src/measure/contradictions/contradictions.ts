import type { Reading } from '../../model/index.ts';
import { anchorsOf } from '../anchors.ts';
import type { MeasureContext } from '../context.ts';
import type { Measurement } from '../measurement.ts';
import { rowAnchors } from '../rows-apart.ts';
import type { Contradiction, FindContradictions } from './contradiction.ts';
import { endIsReview } from './end-is-review.ts';
import { meanAbovePeak } from './mean-above-peak.ts';
import { outOfOrder } from './out-of-order.ts';
import { percentageWithoutWindow } from './percentage-without-window.ts';
import { requestsAsUsers } from './requests-as-users.ts';
import { severalEnds } from './several-ends.ts';
import { statedInstant } from './stated-instant.ts';
import { statedDuration } from './stated-duration.ts';

/** Everything that is looked for, one line each, in the order in which it is told. */
const FINDERS: readonly FindContradictions[] = [
  statedDuration,
  statedInstant,
  endIsReview,
  meanAbovePeak,
  requestsAsUsers,
  percentageWithoutWindow,
  outOfOrder,
  severalEnds,
];

/**
 * What a document says that cannot all be so, each with both sides, the places and a question (`metrics.md` §12). Nothing
 * is corrected, and a document without contradictions is not thereby right.
 *
 * @param measurements of the same reading and context, from `measure`
 * @example contradictions(reading, measure(reading, context), context) // [{ id: 'mean-above-peak', message: '1,234 of 6,912 failed, …', … }]
 */
export function contradictions(
  reading: Reading,
  measurements: readonly Measurement[],
  context: Pick<MeasureContext, 'zone'> = { zone: null },
): readonly Contradiction[] {
  const anchors = anchorsOf(reading, context);
  const statements = { reading, measurements, anchors, rows: rowAnchors(reading, context) };
  return FINDERS.flatMap((find) => find(statements));
}
