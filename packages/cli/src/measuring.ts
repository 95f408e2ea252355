import type { MeasureContext } from '@debrief/core';

/** What measuring needs beside the text, and how much of it is told. */
export interface Measuring extends MeasureContext {
  /** Whether the lines of the text are shown that each number comes from. */
  readonly explain: boolean;
}
