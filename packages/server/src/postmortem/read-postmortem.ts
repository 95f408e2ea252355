import {
  type Anchors,
  anchorsOf,
  checkHouseOf,
  type Finding,
  type IncidentRecord,
  measure,
  type Measurement,
  type Reading,
} from '@debrief/core';
import type { Context } from '../context.ts';
import { project } from '../projection/project.ts';
import { stageAt } from '../projection/stage-at.ts';
import { getPostmortem, type ShownPostmortem } from './get-postmortem.ts';

/** A post-mortem with all that is read from its text. */
export interface ReadPostmortem extends ShownPostmortem {
  readonly reading: Reading;
  readonly record: IncidentRecord;
  readonly findings: readonly Finding[];
  readonly anchors: Anchors;
  readonly measurements: readonly Measurement[];
}

/**
 * A post-mortem read, measured and checked as the team has settled it.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function readPostmortem(
  context: Context,
  asked: { readonly id: string; readonly which?: number | 'shown' | 'newest' },
): Promise<ReadPostmortem> {
  const shown = await getPostmortem(context, asked);
  const house = await context.house();
  const { postmortem, revision } = shown;
  const { id, fileName, state } = postmortem;
  const now = context.now().getTime();
  const { reading, record, findings } = project(revision.text, house, { id, fileName, stage: stageAt[state], now });
  const { measuring } = checkHouseOf(house.settings, { zone: house.zone, now });
  const anchors = anchorsOf(reading, measuring);
  return { ...shown, reading, record, findings, anchors, measurements: measure(reading, measuring) };
}
