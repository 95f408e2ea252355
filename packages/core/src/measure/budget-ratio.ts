import { badShare } from './bad-share.ts';

/** Why there is no error budget to count with, in a sentence for people. */
export interface NoBudget {
  readonly reason: 'noBudget' | 'badTarget' | 'emptyWindow' | 'badCounts';
  readonly message: string;
}

/**
 * The share that the target of an objective allows to be bad, `1 − target`, or by name why there is none.
 *
 * @param target Percent that has to be good, above 0 and below 100.
 * @example budgetRatio(99.9) // 0.001
 * @example budgetRatio(100) // { reason: 'noBudget', … }
 */
export function budgetRatio(target: number): number | NoBudget {
  if (target === 100)
    return {
      reason: 'noBudget',
      message: 'An objective of 100 % leaves no error budget, so no share of it can be told. Set a target below 100.',
    };
  const share = target < 100 ? badShare(asObjective(target)) : null;
  if (typeof share === 'number') return share;
  return {
    reason: 'badTarget',
    message: 'The target of an objective is a percentage above 0 and below 100, such as 99.9.',
  };
}

/** A target in percent as the objective of a budget, which takes a number up to 1 for a share. */
export function asObjective(target: number): number {
  return target <= 1 ? target / 100 : target;
}
