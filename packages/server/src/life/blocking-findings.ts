import { type Finding, read, type Place, type StageName } from '@debrief/core';
import { project } from '../projection/project.ts';
import { Problem } from '../problem.ts';
import type { House } from '../settings/house.ts';

/** A finding of level error, which has to be settled before the document goes on. */
export interface BlockingFinding {
  readonly rule: string;
  readonly message: string;
  readonly question: string;
  readonly place: Place;
}

/** What the checks of a stage call an error, in the order of the text. */
export function blockingFindings(
  {
    id,
    fileName,
    text,
    now,
  }: { readonly id: string; readonly fileName: string; readonly text: string; readonly now: Date },
  house: House,
  stage: StageName,
): readonly BlockingFinding[] {
  const reading = read(text, { fileName, languages: house.languages });
  const { findings } = project(text, house, { id, fileName, stage, now: now.getTime(), reading });
  return blockingOf(findings);
}

export function blockingOf(findings: readonly Finding[]): readonly BlockingFinding[] {
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ rule, message, question, place }) => ({ rule, message, question, place }));
}

/** @throws Problem `findings-block`, with the first of them */
export function assertNoneBlocks(findings: readonly BlockingFinding[], stage: StageName): void {
  if (findings.length === 0) return;
  throw new Problem(
    'findings-block',
    `${findings.length === 1 ? 'One finding has' : `${findings.length} findings have`} to be settled before this is ready for ${stage === 'published' ? 'publishing' : 'review'}.`,
    { stage, findings: findings.slice(0, 50) },
  );
}
