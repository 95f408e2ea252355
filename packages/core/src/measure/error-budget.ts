import { badShare } from './bad-share.ts';
import { noAnswer, type NoAnswer } from './no-answer.ts';

/** What an error budget is counted in: the minutes of a window, or the valid events in it. */
export type BudgetBase =
  | { readonly windowMinutes: number; readonly validEvents?: never }
  | { readonly validEvents: number; readonly windowMinutes?: never };

/** How much could be bad, in minutes or events, and which shares of that are used and left. */
export interface ErrorBudget {
  readonly allowed: number;
  /** 0.5 when half of the budget is used, above 1 when it is overspent. */
  readonly consumed: number;
  /** 1 − consumed; below 0 when the budget is overspent. */
  readonly remaining: number;
}

/**
 * The error budget of an objective over a window and what of it was used: `allowed = (1 − objective) × window`. Nothing
 * is rounded or clamped. Source: Google, The Site Reliability Workbook, chapter 2.
 *
 * @param options.objective a share (0.999) or, above 1, a percentage (99.9)
 * @param options.windowMinutes the window, for a budget in time; or
 * @param options.validEvents the valid events in it, for a budget in requests
 * @param options.bad bad minutes or bad events; at most as many as there were in all
 *
 * @example errorBudget({ objective: 99.9, validEvents: 3_000_000, bad: 1_500 })
 * // { allowed: 3000, consumed: 0.5, remaining: 0.5 }
 */
export function errorBudget(
  options: { readonly objective: number; readonly bad: number } & BudgetBase,
): ErrorBudget | NoAnswer {
  const { objective, windowMinutes, validEvents, bad } = options;
  const share = badShare(objective);
  if (typeof share !== 'number') return share;
  if ((windowMinutes === undefined) === (validEvents === undefined))
    return noAnswer('An error budget needs either the minutes of its window or the number of valid events.');
  const whole = windowMinutes ?? validEvents;
  if (!(whole > 0 && whole < Infinity)) return noAnswer('An error budget needs a window that holds something.');
  if (!(bad >= 0)) return noAnswer('What went wrong is counted from 0 upwards.');
  if (bad > whole) return noAnswer('More went wrong than there was in the window: please check both numbers.');
  const allowed = whole * share;
  if (allowed === 0) return noAnswer('The window is too small to hold an error budget.');
  const consumed = bad / allowed;
  if (consumed === Infinity) return noAnswer('The window is too small to hold an error budget.');
  return { allowed, consumed, remaining: 1 - consumed };
}
