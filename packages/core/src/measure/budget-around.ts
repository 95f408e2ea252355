import { budgetOver, type ErrorBudgetOver, type BudgetObjective } from './budget-over.ts';
import type { NoBudget } from './budget-ratio.ts';
import type { BadInterval, TimeInterval } from './bad-interval.ts';

/** How much of a budget there was before an incident, what it took, and what it left; shares of the budget, signed. */
export interface BudgetAround {
  readonly before: number;
  /** What the incident added. Time that was bad already is not taken twice, so this may be less than `alone`. */
  readonly consumed: number;
  readonly after: number;
  /** What the incident would have taken from an untouched budget. */
  readonly alone: number;
  /** Minutes. */
  readonly allowed: number;
  readonly budget: ErrorBudgetOver;
}

/**
 * The error budget of a window before an incident, what the incident consumed, and what was left after it:
 * `after = before − consumed`, never held to 0.
 *
 * @example budgetAround({ objective, window, earlier: [], incident }) // { before: 1, consumed: 1.157, after: −0.157, … }
 */
export function budgetAround({
  objective,
  window,
  earlier,
  incident,
}: {
  readonly objective: BudgetObjective;
  readonly window: TimeInterval;
  readonly earlier: readonly BadInterval[];
  readonly incident: readonly BadInterval[];
}): BudgetAround | NoBudget {
  const before = budgetOver({ objective, window, intervals: earlier });
  const alone = budgetOver({ objective, window, intervals: incident });
  const budget = budgetOver({ objective, window, intervals: [...earlier, ...incident] });
  if ('reason' in before) return before;
  if ('reason' in alone) return alone;
  if ('reason' in budget) return budget;
  return {
    before: before.remaining,
    consumed: before.remaining - budget.remaining,
    after: budget.remaining,
    alone: alone.consumed,
    allowed: budget.allowed,
    budget,
  };
}
