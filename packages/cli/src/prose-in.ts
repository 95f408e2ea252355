import type { ProseBlock, Reading } from '@debrief/core';

/** The running text of a document. */
export function proseIn(_reading: Reading): readonly ProseBlock[] {
  return [];
}
