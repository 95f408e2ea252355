import { badShare } from './bad-share.ts';
import { noAnswer, type NoAnswer } from './no-answer.ts';

/**
 * How many times faster than allowed errors come: 1 uses the error budget up exactly at the end of its window. Source:
 * Google, The Site Reliability Workbook, chapter 5.
 *
 * @param options.errorRatio bad / valid, from 0 to 1
 * @param options.objective a share (0.999) or, above 1, a percentage (99.9)
 *
 * @example burnRate({ errorRatio: 0.01, objective: 99.9 }) // 10
 */
export function burnRate({
  errorRatio,
  objective,
}: {
  readonly errorRatio: number;
  readonly objective: number;
}): number | NoAnswer {
  const share = badShare(objective);
  if (typeof share !== 'number') return share;
  if (!(errorRatio >= 0 && errorRatio <= 1)) return noAnswer('An error ratio is a share from 0 to 1.');
  return errorRatio / share;
}
