import { z } from 'zod';
import { groupedAlert } from '../alert-group.ts';
import { groupOf, listOf, text } from '../lenient.ts';

/** An alert of `GET /api/v2/alerts`. */
export const apiAlert = groupedAlert.extend({
  status: groupOf(z.object({ state: text })),
  receivers: listOf(z.object({ name: z.string() })),
});
