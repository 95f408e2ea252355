/** A rule that fires while the burn rate of a long and of a short window are both above a threshold. */
export interface BurnAlert {
  readonly severity: 'page' | 'ticket';
  /** Minutes. */
  readonly long: number;
  readonly short: number;
  /** Burn rate. */
  readonly threshold: number;
  /** Share of the budget that is gone once the long window reaches the threshold. */
  readonly budgetShare: number;
}

const HOUR = 60;
const THIRTY_DAYS = 30 * 24 * HOUR;

/** The rules that the SRE workbook recommends for 99.9 % over 30 days (“Alerting on SLOs”, table 5-8). */
export const workbookAlerts: readonly BurnAlert[] = [
  { severity: 'page', long: HOUR, short: 5, threshold: 14.4, budgetShare: 0.02 },
  { severity: 'page', long: 6 * HOUR, short: 30, threshold: 6, budgetShare: 0.05 },
  { severity: 'ticket', long: 72 * HOUR, short: 6 * HOUR, threshold: 1, budgetShare: 0.1 },
];

/**
 * The burn rate at which a share of the budget is gone within a look-back: `f × W / w` (SRE workbook, chapter 5).
 * All times in minutes.
 *
 * @example burnThreshold({ budgetShare: 0.05, lookback: 60 }) // 36
 */
export function burnThreshold({
  budgetShare,
  lookback,
  windowMinutes = THIRTY_DAYS,
}: {
  readonly budgetShare: number;
  readonly lookback: number;
  readonly windowMinutes?: number;
}): number {
  return (budgetShare * windowMinutes) / lookback;
}
