import type { StageName } from '@debrief/core';
import type { PostmortemState } from '../store/tables.ts';

/** What a document has to hold, by the state of its life. */
export const stageAt: Readonly<Record<PostmortemState, StageName>> = {
  draft: 'draft',
  review: 'review',
  approved: 'review',
  published: 'published',
  archived: 'published',
  dismissed: 'draft',
  merged: 'draft',
};
