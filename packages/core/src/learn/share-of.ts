import type { Interval, Reason, Share } from './insights.ts';
import { percentInWords, rangeInWords, isReason } from './wording.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Below this a fraction says more than a percentage. */
const FEWEST = 10;

/** A share with its Wilson interval; of fewer than ten only the fraction. */
export function shareOf(successes: number, trials: number, level: number): Share {
  return { successes, trials, interval: shareInterval(successes, trials, level) };
}

export function shareInterval(successes: number, trials: number, level: number): Interval | Reason {
  if (trials < FEWEST) return { reason: `Of fewer than ten only the fraction is told: ${successes} of ${trials}.` };
  const found = wilsonInterval({ successes, trials, level });
  return isReason(found) ? found : { low: found.low, high: found.high, level };
}

/** `31 of 47 (66 %, 52 %–78 %)`, or `3 of 7`. */
export function shareInWords({ successes, trials, interval }: Share): string {
  if (isReason(interval)) return `${successes} of ${trials}`;
  return `${successes} of ${trials} (${percentInWords(successes / trials)}, ${rangeInWords(interval, percentInWords)})`;
}
