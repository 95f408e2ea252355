import type { Place, Reading } from '../../model/index.ts';
import type { Anchors } from '../anchors.ts';
import type { Anchor, Measurement } from '../measurement.ts';

/** Two things that a document says, and that cannot both be so. */
export interface Contradiction {
  /** The file name of what was looked for: `mean-above-peak`. */
  readonly id: string;
  /** Both sides, for people who have not read this page. */
  readonly message: string;
  /** What to ask, or to do next. */
  readonly question?: string;
  readonly places: readonly Place[];
}

/** What contradictions are looked for in. */
export interface Statements {
  readonly reading: Reading;
  readonly measurements: readonly Measurement[];
  readonly anchors: Anchors;
  /** The rows of the timeline on the line of time. */
  readonly rows: readonly Anchor[];
}

export type FindContradictions = (statements: Statements) => readonly Contradiction[];
