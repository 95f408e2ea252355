import { noAnswer, type NoAnswer } from './no-answer.ts';

/** Objectives are written with far fewer places than this; what stands behind it comes from binary fractions. */
const PLACES = 1e14;

/**
 * The share that an objective allows to be bad: 0.001 for 99.9 %. A number up to 1 is read as a share (0.999), one
 * between 1 and 100 as a percentage (99.9).
 */
export function badShare(objective: number): number | NoAnswer {
  if (!(objective > 0 && objective <= 100))
    return noAnswer('An objective is a share such as 0.999 or a percentage such as 99.9.');
  const share = objective <= 1 ? 1 - objective : (100 - objective) / 100;
  if (share === 0) return noAnswer('An objective of 100 % leaves no error budget.');
  return Math.round(share * PLACES) / PLACES || share;
}
