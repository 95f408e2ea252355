import { Problem } from '../problem.ts';
import { assertNoneBlocks } from './blocking-findings.ts';
import { mayPublish, type PublishQuestion } from './may-publish.ts';

/** @throws Problem `not-in-this-state`, `stale`, `findings-block`, `not-approved` with all that is missing */
export function assertMayPublish(
  question: PublishQuestion,
  { seen, newest }: { readonly seen: number; readonly newest: number },
): void {
  const answer = mayPublish(question);
  if (!answer.allowed) {
    const { reasons } = answer;
    const state = reasons.find(({ reason }) => reason === 'not-in-this-state');
    if (state !== undefined)
      throw new Problem('not-in-this-state', `This post-mortem is ${question.state}. Ask for a review first.`, {
        reasons: [state],
      });
    assertNoneBlocks(question.findings, 'published');
    throw new Problem('not-approved', 'Approvals are missing. Ask for them, then publish.', { reasons });
  }
  if (seen !== newest)
    throw new Problem('stale', `It has changed since revision ${seen}. Look at revision ${newest}.`, {
      revision: newest,
    });
}
