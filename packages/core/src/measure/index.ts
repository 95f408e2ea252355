export { burnRate } from './burn-rate.ts';
export { type BudgetBase, type ErrorBudget, errorBudget } from './error-budget.ts';
export { noAnswer, type NoAnswer } from './no-answer.ts';
export { type Interval, type Moment, unionDuration } from './union-duration.ts';
