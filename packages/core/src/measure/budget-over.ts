import type { ServiceLevelObjective } from '../model/index.ts';
import { asObjective, budgetRatio, type NoBudget } from './budget-ratio.ts';
import { errorBudget } from './error-budget.ts';
import { badMinutes, clipIntervals } from './intervals.ts';
import { type BadInterval, MINUTE, type TimeInterval } from './bad-interval.ts';
import { badSlices, type SliceCount } from './time-slices.ts';

/** What of an objective the budget is worked out from. */
export type BudgetObjective = Pick<
  ServiceLevelObjective,
  'target' | 'budgeting' | 'timeSliceTarget' | 'timeSliceWindow'
>;

/** By what bad was counted, and what that takes for granted. */
export type BudgetMethod =
  /** Minutes by the share that failed; stands for requests where traffic is flat. */
  | 'weightedMinutes'
  /** Minutes of the slices in which too much failed. */
  | 'badSlices'
  /** Minutes by the share that failed in each slice; every slice counts alike, whatever its traffic. */
  | 'sliceRatios'
  /** Requests counted. */
  | 'events';

/** The error budget of one objective over one window. */
export interface ErrorBudgetOver {
  readonly windowMinutes: number;
  /** Minutes, or requests where they were counted, that may be bad. */
  readonly allowed: number;
  readonly bad: number;
  /** Share of the budget; above 1 it is overspent. */
  readonly consumed: number;
  /** `1 − consumed`, below 0 where the budget is overspent. */
  readonly remaining: number;
  /** Share that was good, 0 to 1. */
  readonly availability: number;
  readonly method: BudgetMethod;
  /** Bad minutes by the share that failed, and whole; so that nobody takes one for the other. */
  readonly minutes: { readonly weighted: number; readonly binary: number };
  readonly slices?: SliceCount;
}

/**
 * The error budget of an objective over a window: `allowed = (1 − target) × window`, `consumed = bad / allowed`, by the
 * budgeting method of the objective (the SRE workbook, “Implementing SLOs”; OpenSLO v1). Nothing is held to 0 or 1.
 * Intervals are clipped to the window and united first; see `uniteIntervals` for intervals that overlap. Where the
 * requests of the whole window are counted, `events` holds them and minutes are not used.
 *
 * @returns `{ reason, message }` for a target of 100 or none, an empty window, or counts that cannot be.
 * @example
 * const window = calendarWindow('month', Date.UTC(2026, 0, 31));
 * budgetOver({ objective: { target: 99.9, budgeting: 'occurrences' }, window, intervals: [twentyMinutes] }).consumed // 0.448
 */
export function budgetOver({
  objective,
  window,
  intervals,
  events,
}: {
  readonly objective: BudgetObjective;
  readonly window: TimeInterval;
  readonly intervals: readonly BadInterval[];
  readonly events?: { readonly valid: number; readonly bad: number };
}): ErrorBudgetOver | NoBudget {
  const ratio = budgetRatio(objective.target);
  if (typeof ratio !== 'number') return ratio;
  const windowMinutes = (window.to - window.from) / MINUTE;
  if (!(windowMinutes > 0 && Number.isFinite(windowMinutes)))
    return {
      reason: 'emptyWindow',
      message: 'The window of the objective has no length, so nothing can be allowed in it.',
    };
  const inside = clipIntervals(intervals, window);
  const minutes = { weighted: badMinutes(inside, 'weighted'), binary: badMinutes(inside, 'binary') };
  if (events !== undefined) {
    const { valid, bad } = events;
    if (!(valid > 0 && bad >= 0 && bad <= valid && Number.isFinite(valid)))
      return {
        reason: 'badCounts',
        message:
          'Bad requests are some of the valid ones: a count from 0 up to those, and there is at least one valid.',
      };
    const budget = shares(objective.target, valid, bad);
    return 'reason' in budget ? budget : { ...budget, windowMinutes, minutes, method: 'events' };
  }
  const counted = COUNT[objective.budgeting](objective, window, inside, minutes.weighted);
  const budget = shares(objective.target, windowMinutes, counted.bad);
  return 'reason' in budget ? budget : { ...counted, ...budget, windowMinutes, minutes };
}

type Counted = Pick<ErrorBudgetOver, 'bad' | 'method' | 'slices'>;

const COUNT: Readonly<
  Record<
    BudgetObjective['budgeting'],
    (objective: BudgetObjective, window: TimeInterval, intervals: readonly BadInterval[], weighted: number) => Counted
  >
> = {
  occurrences: (_objective, _window, _spans, weighted) => ({ bad: weighted, method: 'weightedMinutes' }),
  ratioTimeslices: (_objective, _window, _spans, weighted) => ({ bad: weighted, method: 'sliceRatios' }),
  timeslices: ({ timeSliceTarget = 100, timeSliceWindow = MINUTE }, window, intervals) => {
    const slices = badSlices({ window, intervals, target: timeSliceTarget, size: timeSliceWindow });
    return { bad: slices.badMinutes, method: 'badSlices', slices };
  },
};

function shares(
  target: number,
  total: number,
  bad: number,
): Pick<ErrorBudgetOver, 'allowed' | 'bad' | 'consumed' | 'remaining' | 'availability'> | NoBudget {
  // Sums of binary fractions may pass the whole by a hair.
  const budget = errorBudget({ objective: asObjective(target), windowMinutes: total, bad: Math.min(bad, total) });
  if ('reason' in budget) return { reason: 'noBudget', message: budget.reason };
  return { ...budget, bad, availability: 1 - bad / total };
}
