import { checkedOf, checkHouseOf, type Finding, read, type StageName } from '@debrief/core';
import type { Context } from '../context.ts';
import { getPostmortem } from '../postmortem/get-postmortem.ts';
import { stageAt } from '../projection/stage-at.ts';

export interface FindingsQuestion {
  readonly id: string;
  readonly which: number | 'shown' | 'newest';
  /** Without it, what the state of the post-mortem asks for. */
  readonly stage?: StageName | undefined;
}

export interface FoundFindings {
  readonly revision: number;
  readonly stage: StageName;
  readonly findings: readonly (Finding & { readonly line: number })[];
}

/**
 * What a reviewer would ask about a revision, as of now.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function listFindings(
  context: Pick<Context, 'store' | 'actor' | 'house' | 'now'>,
  { id, which, stage: asked }: FindingsQuestion,
): Promise<FoundFindings> {
  const { postmortem, revision } = await getPostmortem(context, { id, which });
  const { settings, languages, zone } = await context.house();
  const reading = read(revision.text, { fileName: postmortem.fileName, languages });
  const { stage, findings } = checkedOf(
    postmortem.fileName,
    reading,
    checkHouseOf(settings, { zone, now: context.now().getTime() }),
    { stage: asked ?? stageAt[postmortem.state], knownIncidents: null },
  );
  return { revision: revision.number, stage, findings: withLines(revision.text, findings) };
}

function withLines(text: string, findings: readonly Finding[]): FoundFindings['findings'] {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
  return findings.map((finding) => ({ ...finding, line: lineOf(starts, finding.place.from) }));
}

/** From 1. */
function lineOf(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low + 1;
}
