/** A half-open stretch of time, `from` ≤ t < `to`, in milliseconds since 1970-01-01T00:00Z. */
export interface TimeInterval {
  readonly from: number;
  readonly to: number;
}

/** A stretch in which a service was not as promised, and the share of its requests that failed: 1 for an outage. */
export interface BadInterval extends TimeInterval {
  readonly badShare: number;
}

/** A stretch over which an objective holds, with the name by which people know it: `2026-01`, `30 days to 2026-03-01`. */
export interface BudgetWindow extends TimeInterval {
  readonly name: string;
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;
