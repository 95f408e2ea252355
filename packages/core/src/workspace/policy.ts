import { addDays, addMonths, isDayText } from '../model/day.ts';
import type { Approvers, Settings } from './settings.ts';
import { levelOf, type SeverityLevel } from './severity-scale.ts';

/** Days (`YYYY-MM-DD`) on which a post-mortem is looked at. */
export interface ReviewDates {
  readonly review: string;
  readonly followUp: string;
  readonly nextReview: string;
}

/**
 * When a post-mortem is reviewed, followed up and read again, or null where the day of the incident does not exist.
 *
 * @param incidentDay `YYYY-MM-DD`
 * @example reviewDates(defaultSettings, '2026-08-31') // { review: '2026-09-05', followUp: '2026-09-30', nextReview: '2027-02-28' }
 */
export function reviewDates({ review }: Pick<Settings, 'review'>, incidentDay: string): ReviewDates | null {
  if (!isDayText(incidentDay)) return null;
  return {
    review: addDays(incidentDay, review.daysUntilReview),
    followUp: addDays(incidentDay, review.followUpDays),
    nextReview: addMonths(incidentDay, review.nextReviewMonths),
  };
}

/**
 * The day on which an action of a priority is due, or null where the priority says nothing to the policy. A priority is
 * found by its name, else by its level, so that `High` is due like `P1`.
 *
 * @param from the day the action was agreed on, `YYYY-MM-DD`
 * @example dueDay(defaultSettings, 'P0', '2026-05-01') // '2026-05-08'
 * @example dueDay(defaultSettings, 'High', '2026-05-01') // '2026-05-31'
 */
export function dueDay(
  { actions, severity }: Pick<Settings, 'actions' | 'severity'>,
  priority: string,
  from: string,
): string | null {
  if (!isDayText(from)) return null;
  const entries = Object.entries(actions.daysUntilDue);
  const name = priority.trim().toLowerCase();
  const level = levelOf(severity.scale, priority);
  const [, days] =
    entries.find(([key]) => key.toLowerCase() === name) ??
    entries.find(([key]) => level !== null && levelOf(severity.scale, key) === level) ??
    [];
  return days === undefined ? null : addDays(from, days);
}

/**
 * Who has to approve a post-mortem of a severity level. A level without an entry, as one that is not known, takes one
 * approver of any role.
 *
 * @example approversFor(defaultSettings, 1) // { count: 1, roles: [] }
 */
export function approversFor({ review }: Pick<Settings, 'review'>, level: SeverityLevel | null): Approvers {
  return (level === null ? undefined : review.approvers[level]) ?? { count: 1, roles: [] };
}
