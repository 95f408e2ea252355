/** The units of the calendar over which an objective may hold. */
export const calendarUnits = ['week', 'month', 'quarter', 'year'] as const;

/** The time over which an objective holds: always the last so many days, or a unit of the calendar that begins anew. */
export type ObjectiveWindow =
  | { readonly kind: 'rolling'; readonly days: number }
  | { readonly kind: 'calendar'; readonly unit: (typeof calendarUnits)[number] };

/** What a service promises: so much of its requests or its time is good, over a window. */
export interface ServiceLevelObjective {
  readonly name: string;
  readonly indicator: 'availability' | 'latency' | 'errorRate' | 'freshness';
  /** Percent that has to be good: 99.9. The error budget is the rest of the window. */
  readonly target: number;
  readonly window: ObjectiveWindow;
  /** How good and bad are counted, in the words of OpenSLO. */
  readonly budgeting: 'occurrences' | 'timeslices' | 'ratioTimeslices';
  /** Milliseconds up to which a request is fast enough, or data fresh enough. */
  readonly threshold?: number;
  /** Percent that has to be good for a slice of time to be good. */
  readonly timeSliceTarget?: number;
  /** Milliseconds that a slice of time takes. */
  readonly timeSliceWindow?: number;
}
