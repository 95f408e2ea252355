/** A sentence instead of a figure: why there is none. */
export interface Reason {
  readonly reason: string;
}

/** An estimate and the interval at `level` around it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** What every figure carries beside its data, so that it can stand alone. */
export interface Caption {
  /** `frequency`, `duration/time-to-resolve` … unique in a report. */
  readonly id: string;
  readonly title: string;
  /** What is measured, and how: the definition id and the method. */
  readonly definition: string;
  readonly unit: string;
  /** Post-mortems (or action items) that the figure rests on, those still open, and those that do not tell. */
  readonly n: number;
  readonly censored: number;
  readonly unknown: number;
  /** One sentence that a director understands. */
  readonly statement: string;
  /** Why the question cannot be answered, where it cannot; printed as such. */
  readonly cannotTell: string | null;
  readonly notes: readonly string[];
}

export interface Frequency extends Caption {
  readonly days: number;
  /** Per 30 days. */
  readonly rate: ({ readonly rate: number } & Interval) | Reason;
  /** Days between incidents; no single figure where there is a trend or too few. */
  readonly timeBetween: ({ readonly days: number } & Interval) | Reason;
  readonly trend: { readonly z: number; readonly p: number } | Reason;
  /** Every month of the window; a part of one counts its days. `low` and `high` per 30 days. */
  readonly months: readonly {
    readonly month: string;
    readonly days: number;
    readonly count: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** One incident in a strip plot. */
export interface DurationPoint {
  readonly file: string;
  readonly title: string | null;
  /** Milliseconds since 1970-01-01T00:00Z, null without a date. */
  readonly at: number | null;
  readonly minutes: number;
  /** Not over: at least so long. */
  readonly open: boolean;
}

export interface Durations extends Caption {
  readonly metric: string;
  readonly points: readonly DurationPoint[];
  readonly median: ({ readonly median: number; readonly coverage: number } & Interval) | Reason;
  readonly quantiles: readonly { readonly q: number; readonly value: number | Reason }[];
  readonly ecdf:
    | {
        readonly epsilon: number;
        readonly level: number;
        readonly steps: readonly {
          readonly value: number;
          readonly share: number;
          readonly low: number;
          readonly high: number;
        }[];
      }
    | Reason;
  /** Negative and zero values, which a log axis cannot show; they stand here and in the table. */
  readonly early: number;
}

export interface SurvivalCurve {
  /** `all`, `P0`, `strong` … */
  readonly name: string;
  readonly n: number;
  readonly censored: number;
  readonly steps: readonly {
    readonly time: number;
    readonly atRisk: number;
    readonly events: number;
    readonly survival: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly median: number | 'notReached';
  /** The times at which something was last seen open, for the ticks on the curve. */
  readonly lastSeenOpen?: readonly number[];
}

/** How long until half are over: Kaplan–Meier, with what is open counted as open. */
export interface Survival extends Caption {
  readonly curves: readonly SurvivalCurve[];
}

/** Before a day against after it. */
export interface Change extends Caption {
  readonly metric: string;
  /** `YYYY-MM-DD`, given beforehand and never picked after looking. */
  readonly split: string;
  readonly before: { readonly n: number; readonly median: number | null };
  readonly after: { readonly n: number; readonly median: number | null };
  /** After divided by before (geometric means, or rates). */
  readonly ratio: ({ readonly ratio: number } & Interval) | Reason;
  readonly p: number | null;
  readonly test: string;
  /** `cannotTell` is an answer: the difference is no larger than chance makes it. */
  readonly verdict: 'shorter' | 'longer' | 'rarer' | 'moreOften' | 'cannotTell';
  /** The smallest reduction (0.78 is 78 %) that so few incidents could show. */
  readonly detectableReduction: number | null;
}

export interface Share {
  readonly successes: number;
  readonly trials: number;
  readonly interval: Interval | Reason;
}

export interface Repeats extends Caption {
  readonly by: 'factor' | 'link';
  readonly horizonDays: number;
  readonly share: Share;
  /** By factor, or by the earlier incident that is named; the most repeated first. */
  readonly groups: readonly { readonly name: string; readonly count: number; readonly files: readonly string[] }[];
  /** Second half of the window against its first. */
  readonly rateRatio: ({ readonly ratio: number; readonly p: number } & Interval) | Reason;
}

export interface ActionGroup {
  readonly name: string;
  readonly total: number;
  readonly completion: Share;
  readonly onTime: Share;
  readonly overdue: number;
}

export interface Actions extends Caption {
  readonly total: number;
  readonly done: number;
  readonly open: number;
  readonly cancelled: number;
  readonly stateUnknown: number;
  readonly verified: number;
  readonly overdue: number;
  readonly completion: Share;
  readonly onTime: Share;
  /** Days since the open ones were agreed on. */
  readonly age: { readonly median: number; readonly oldest: number } | Reason;
  readonly byPriority: readonly ActionGroup[];
  readonly byStrength: readonly ActionGroup[];
}

export interface Budget extends Caption {
  readonly service: string;
  readonly objective: string;
  /** `2026-01` or `30 days to 2026-03-01`. */
  readonly window: string;
  /** Minutes. */
  readonly allowed: number;
  readonly bad: number;
  /** Shares of the budget, signed; 1.2 consumed leaves −0.2. */
  readonly consumed: number;
  readonly remaining: number;
}

export interface TimeOfWeek extends Caption {
  /** In which zone the hours are. */
  readonly zone: string;
  /** Weekday 1 is Monday, 7 Sunday; hour 0 to 23. Only cells with incidents. */
  readonly cells: readonly { readonly weekday: number; readonly hour: number; readonly count: number }[];
}

export interface Factors extends Caption {
  readonly factors: readonly {
    readonly name: string;
    readonly kind: string | null;
    /** A general group by words, and not a name of the house's list or the document's own words. */
    readonly isGuess?: boolean;
    /** Post-mortems that name it. */
    readonly count: number;
    readonly interval: Interval | Reason;
    readonly files: readonly string[];
  }[];
}

export interface Quality extends Caption {
  readonly anchors: readonly { readonly instant: string; readonly known: number; readonly of: number }[];
  readonly stated: readonly {
    readonly metric: string;
    readonly stated: number;
    readonly compared: number;
    readonly agree: number;
    readonly differ: number;
  }[];
  readonly fields: readonly { readonly name: string; readonly known: number; readonly of: number }[];
}

export const groupings = ['service', 'severity', 'team', 'quarter', 'factor', 'template'] as const;
export type Grouping = (typeof groupings)[number];

/** What many post-mortems tell together, and what they do not. */
export interface Insights {
  readonly window: { readonly from: string; readonly to: string; readonly days: number };
  /** What was asked for, in words: `service checkout`, `severity 1` … */
  readonly filters: readonly string[];
  readonly documents: {
    readonly read: number;
    readonly counted: number;
    readonly dismissed: number;
    readonly merged: number;
    readonly empty: number;
    /** Counted, but without a date, so in no window and no rate. */
    readonly undated: number;
    /** Outside the window or the filters. */
    readonly leftOut: number;
  };
  readonly frequency: Frequency;
  readonly durations: readonly Durations[];
  readonly survival: readonly Survival[];
  readonly changes: readonly Change[];
  readonly repeats: readonly Repeats[];
  readonly actions: Actions;
  readonly budgets: readonly Budget[];
  readonly timeOfWeek: TimeOfWeek;
  readonly factors: Factors;
  readonly quality: Quality;
  readonly groups: {
    readonly by: Grouping;
    /** An incident may stand in several (services, factors); many groups make chance finds likely, and this says so. */
    readonly note: string;
    readonly members: readonly { readonly name: string; readonly insights: Omit<Insights, 'groups'> }[];
  } | null;
}
