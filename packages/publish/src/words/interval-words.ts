import type { Reason, Share } from '@debrief/core';
import { shareWords, unbroken } from './number-words.ts';

/** The limits around an estimate, and how sure they are. */
export type Interval = Exclude<Share['interval'], Reason>;

/** Whether there is an answer, or a sentence that says why there is none. */
export function isReason(answer: object): answer is Reason {
  return 'reason' in answer;
}

/**
 * An interval behind its estimate: both limits and how sure they are.
 *
 * @example intervalWords({ low: 30, high: 71, level: 0.95 }, (value) => `${value} min`) // '30 min to 71 min, 95 %'
 */
export function intervalWords({ low, high, level }: Interval, words: (value: number) => string): string {
  return `${words(low)}${unbroken}to${unbroken}${words(high)}, ${shareWords(level)}`;
}
