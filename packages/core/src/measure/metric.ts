import type { Reading } from '../model/index.ts';
import type { Anchors } from './anchors.ts';
import type { MeasureContext } from './context.ts';
import type { Measurement, Unit } from './measurement.ts';

/** One way to define a metric. */
export interface Definition {
  /** `time-to-detect/from-impact` */
  readonly id: string;
  /** `from impact to detection` */
  readonly title: string;
  /** In the names of instants: `detected − impactStart`. */
  readonly formula: string;
  /** Who defines it so: templates, products, books. */
  readonly usedBy: readonly string[];
}

/** What a metric is measured from. */
export interface Incident {
  readonly reading: Reading;
  readonly anchors: Anchors;
  readonly context: MeasureContext;
}

/** A number that post-mortems tell, with all the ways in which people define it. */
export interface Metric {
  /** The file name: `time-to-detect`. */
  readonly name: string;
  readonly title: string;
  /** Short names under which people look for it: `TTR`. */
  readonly alsoCalled?: readonly string[];
  readonly unit: Unit;
  /** One sentence: what it tells. */
  readonly about: string;
  /** The first is ours; the house may choose another in `debrief.yaml`. */
  readonly definitions: readonly Definition[];
  /** Where definitions disagree, in a sentence or two. */
  readonly disagreement: string;
  readonly sources: readonly string[];
  /** The command that shows it, where one incident has no such number: `debrief insights`. */
  readonly shownBy?: string;
  readonly measure: (incident: Incident) => readonly Measurement[];
}
