import type { BudgetObjective } from '../src/measure/budget-over.ts';
import type { BadInterval } from '../src/index.ts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** An interval between two written instants, an outage unless a share is given. */
export function bad(from: string, to: string, badShare = 1): BadInterval {
  return { from: Date.parse(from), to: Date.parse(to), badShare };
}

export function objective(target: number, more: Partial<BudgetObjective> = {}): BudgetObjective {
  return { target, budgeting: 'occurrences', ...more };
}

/** The value, where a function answers with one rather than with a reason. */
export function known<T extends object>(answer: T): Exclude<T, { readonly reason: string }> {
  if ('reason' in answer) throw new Error(String(answer.reason));
  return answer as Exclude<T, { readonly reason: string }>;
}
