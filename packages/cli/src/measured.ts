import type { Anchors, Contradiction, Measurement, Reading } from '@debrief/core';

/** A document with all that was worked out from it. */
export interface Measured {
  /** The path as a user would write it. */
  readonly name: string;
  readonly reading: Reading;
  readonly anchors: Anchors;
  readonly measurements: readonly Measurement[];
  readonly contradictions: readonly Contradiction[];
  readonly explain: boolean;
}
