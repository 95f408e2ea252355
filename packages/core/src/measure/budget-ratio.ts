/** Why there is no error budget to count with, in a sentence for people. */
export interface NoBudget {
  readonly reason: 'noBudget' | 'badTarget' | 'emptyWindow' | 'badCounts';
  readonly message: string;
}

/**
 * The share that an objective allows to be bad: `1 − target`. Freed of the dust of binary fractions, so that
 * 99.9 % of 3,000,000 allows 3,000 and not 2,999.
 *
 * @param target Percent that has to be good, above 0 and below 100.
 * @example budgetRatio(99.9) // 0.001
 * @example budgetRatio(100) // { reason: 'noBudget', … }
 */
export function budgetRatio(target: number): number | NoBudget {
  const ratio = Number((100 - target).toFixed(12)) / 100;
  if (target === 100 || (ratio === 0 && target < 100))
    return {
      reason: 'noBudget',
      message: 'An objective of 100 % leaves no error budget, so no share of it can be told. Set a target below 100.',
    };
  if (!(target > 0 && target < 100))
    return {
      reason: 'badTarget',
      message: 'The target of an objective is a percentage above 0 and below 100, such as 99.9.',
    };
  return ratio;
}
