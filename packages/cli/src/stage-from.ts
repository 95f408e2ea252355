import type { Reading, StageName } from '@debrief/core';

/** How far a document says it has come; a draft where it does not say. */
export function stageFrom(_reading: Reading): StageName {
  return 'draft';
}
