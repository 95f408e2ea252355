import type { Rule } from '../rule.ts';
import { approverIsAuthor } from './approver-is-author.ts';
import { budgetArithmetic } from './budget-arithmetic.ts';
import { deadAnchor } from './dead-anchor.ts';
import { doneWithoutVerification } from './done-without-verification.ts';
import { dueBeforeIncident } from './due-before-incident.ts';
import { duplicateActionId } from './duplicate-action-id.ts';
import { duplicateIncidentId } from './duplicate-incident-id.ts';
import { endIsReview } from './end-is-review.ts';
import { meanAbovePeak } from './mean-above-peak.ts';
import { nextReviewTooEarly } from './next-review-too-early.ts';
import { outOfOrder } from './out-of-order.ts';
import { overdue } from './overdue.ts';
import { percentageWithoutWindow } from './percentage-without-window.ts';
import { requestsAsUsers } from './requests-as-users.ts';
import { severalEnds } from './several-ends.ts';
import { severityDiffers } from './severity-differs.ts';
import { statedDuration } from './stated-duration.ts';
import { statedInstant } from './stated-instant.ts';
import { statusDiffers } from './status-differs.ts';
import { timelineJumpsBack } from './timeline-jumps-back.ts';
import { timesWithoutZone } from './times-without-zone.ts';
import { unknownPostMortem } from './unknown-post-mortem.ts';

/** The rules of this group, one line each. */
export const consistentRules: readonly Rule[] = [
  outOfOrder,
  timelineJumpsBack,
  timesWithoutZone,
  endIsReview,
  severalEnds,
  statedDuration,
  statedInstant,
  severityDiffers,
  statusDiffers,
  meanAbovePeak,
  percentageWithoutWindow,
  requestsAsUsers,
  budgetArithmetic,
  overdue,
  dueBeforeIncident,
  doneWithoutVerification,
  duplicateActionId,
  duplicateIncidentId,
  approverIsAuthor,
  nextReviewTooEarly,
  deadAnchor,
  unknownPostMortem,
];
