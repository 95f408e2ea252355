import type { BurnAlert } from './burn-alert.ts';
import { budgetRatio, type NoBudget } from './budget-ratio.ts';

/** When a window of a burn alert is above its threshold, in minutes: from the start of the errors, and after their end. */
export interface WindowCrossing {
  /** `null` where the errors end, or the window is full of them, before the threshold is reached. */
  readonly reachedAfter: number | null;
  readonly clearsAfterEnd: number | null;
}

/** When an alert fires and stops, and when each of its windows would alone. */
export interface BurnAlertTimes {
  /** Minutes from the start of the errors; null where it never fires. */
  readonly firesAfter: number | null;
  /** Minutes from the end of the errors. */
  readonly stopsAfterEnd: number | null;
  readonly long: WindowCrossing;
  readonly short: WindowCrossing;
}

/**
 * Exactly when a burn alert fires and stops for errors at a constant ratio for some minutes, at flat traffic with no
 * error before or after. A window of length w reaches the threshold after `(1 − target) / ratio × threshold × w`
 * (SRE workbook, chapter 5, detection time) and falls below it `w` less that after the errors end.
 *
 * @param objective Percent that has to be good.
 * @param errorRatio 0 to 1.
 * @param minutes How long the errors last.
 * @example burnAlertTimes({ objective: 99.9, errorRatio: 0.15, minutes: 10, alert: { long: 60, short: 5, threshold: 14.4 } }).firesAfter // 5.76
 */
export function burnAlertTimes({
  objective,
  errorRatio,
  minutes,
  alert,
}: {
  readonly objective: number;
  readonly errorRatio: number;
  readonly minutes: number;
  readonly alert: Pick<BurnAlert, 'long' | 'short' | 'threshold'>;
}): BurnAlertTimes | NoBudget {
  const ratio = budgetRatio(objective);
  if (typeof ratio !== 'number') return ratio;
  const crossing = (window: number): WindowCrossing => {
    const after = errorRatio > 0 ? ((ratio * alert.threshold) / errorRatio) * window : Infinity;
    const isReached = after <= Math.min(minutes, window);
    return { reachedAfter: isReached ? after : null, clearsAfterEnd: isReached ? window - after : null };
  };
  const [long, short] = [crossing(alert.long), crossing(alert.short)];
  const bothReached = long.reachedAfter !== null && short.reachedAfter !== null;
  return {
    firesAfter: bothReached ? Math.max(long.reachedAfter, short.reachedAfter) : null,
    stopsAfterEnd: bothReached ? Math.min(long.clearsAfterEnd ?? 0, short.clearsAfterEnd ?? 0) : null,
    long,
    short,
  };
}
