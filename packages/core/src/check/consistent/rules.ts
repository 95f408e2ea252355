import type { Rule } from '../rule.ts';
import { endIsReview } from './end-is-review.ts';
import { meanAbovePeak } from './mean-above-peak.ts';
import { outOfOrder } from './out-of-order.ts';
import { percentageWithoutWindow } from './percentage-without-window.ts';
import { requestsAsUsers } from './requests-as-users.ts';
import { severalEnds } from './several-ends.ts';
import { statedDuration } from './stated-duration.ts';
import { statedInstant } from './stated-instant.ts';

/** The rules of this group, one line each. */
export const consistentRules: readonly Rule[] = [
  outOfOrder,
  endIsReview,
  statedDuration,
  statedInstant,
  severalEnds,
  meanAbovePeak,
  percentageWithoutWindow,
  requestsAsUsers,
];
