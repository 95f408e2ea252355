import type { InstantName, Place } from '../model/index.ts';

export type Unit =
  | 'minutes'
  | 'days'
  | 'milliseconds'
  | 'count'
  /** 0.5 is half of something; 25 is 25 times. */
  | 'ratio'
  | 'percent'
  | 'percentagePoints'
  | 'text';

/** An instant of the incident on the one line of elapsed time, and what it stands on. */
export interface Anchor {
  readonly instant: InstantName;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** Day `YYYY-MM-DD` and clock `HH:MM` or `HH:MM:SS` in the zone below, as the document's people saw them. */
  readonly day: string;
  readonly clock: string;
  readonly written: string;
  /** Milliseconds that the written form leaves open: 60,000 for a clock to the minute. */
  readonly precision: number;
  /** Pinned in front matter, stated under a label, or guessed from the words of a row. */
  readonly source: 'pinned' | 'stated' | 'guessed';
  /** The words of the row that led to the guess. */
  readonly words?: string;
  /** Which zone turned the clock into an instant: the row's or document's own, the house's, or none was known and UTC stood in. */
  readonly zone: { readonly name: string; readonly from: 'document' | 'house' | 'assumed' };
  readonly approximate?: true;
  /** What a reader has to know: a clock that came twice that night, a day that was not written … */
  readonly notes: readonly string[];
  readonly places: readonly Place[];
}

/** Why there is no number, or no end of it yet. Every one but `known` and `open` comes with a sentence for people. */
export type Result =
  | { readonly state: 'known'; readonly value: number }
  /** Not over at the given now: at least so much, the rest is not known yet (right-censored). */
  | { readonly state: 'open'; readonly atLeast: number }
  | {
      readonly state: 'unknown' | 'invalid' | 'notApplicable';
      /** A short name in camelCase that programs can count by: `noImpactStart`, `endBeforeStart` … */
      readonly reason: string;
      readonly message: string;
    };

/** What the document itself says the number is, beside what was worked out. Neither overwrites the other. */
export interface StatedValue {
  readonly value: number;
  readonly written: string;
  readonly places: readonly Place[];
  /** `notCompared` where no definition of the metric gave a number. */
  readonly verdict: 'agrees' | 'agreesWithOther' | 'differs' | 'notCompared';
  /** The definition that the stated value fits best, where one does within the tolerance. */
  readonly fits?: string;
  /** In the unit of the measurement: how far apart the two may be before they differ. */
  readonly tolerance: number;
  /** For people, where they differ: both values and where each comes from. */
  readonly message?: string;
}

/** One number about one incident that says what it means and where it comes from. */
export interface Measurement {
  /** The name of the metric, which is its file name: `time-to-detect`. */
  readonly metric: string;
  /** `time-to-detect/from-impact` */
  readonly definition: string;
  /** Whether this is the definition of the house, from `debrief.yaml` or, without a word there, the first. */
  readonly isHouse: boolean;
  /** The service, endpoint or objective that the number is about, where a metric has several. */
  readonly subject?: string;
  readonly unit: Unit;
  readonly from?: Anchor;
  readonly to?: Anchor;
  readonly result: Result;
  /** Every place of the text that the number was worked out from. */
  readonly places: readonly Place[];
  /** On the measurement of the house's definition only; it was compared with all of them. */
  readonly stated?: StatedValue;
  /** What a reader has to know beside the number: an assumed zone, a bucket width that is not told … */
  readonly notes: readonly string[];
}
