import { checkHouseOf, measure, type Measurement, read } from '@debrief/core';
import type { Context } from '../context.ts';
import { getPostmortem } from '../postmortem/get-postmortem.ts';

/**
 * The numbers of a revision; what is not over is counted up to now.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function listMeasurements(
  context: Pick<Context, 'store' | 'actor' | 'house' | 'now'>,
  { id, which }: { readonly id: string; readonly which: number | 'shown' | 'newest' },
): Promise<{ readonly revision: number; readonly now: string; readonly measurements: readonly Measurement[] }> {
  const { postmortem, revision } = await getPostmortem(context, { id, which });
  const { settings, languages, zone } = await context.house();
  const now = context.now();
  const reading = read(revision.text, { fileName: postmortem.fileName, languages });
  const { measuring } = checkHouseOf(settings, { zone, now: now.getTime() });
  return { revision: revision.number, now: now.toISOString(), measurements: measure(reading, measuring) };
}
