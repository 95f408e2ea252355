import type { PostmortemAnswer } from '@debrief/api';
import type { ShownPostmortem } from '../postmortem/get-postmortem.ts';

/** A post-mortem as it is answered; its ETag is made of this. */
export function postmortemAnswer({ postmortem, revision }: ShownPostmortem): PostmortemAnswer {
  const { id, state, head, published, correction, fileName, createdAt, updatedAt } = postmortem;
  const { number, line, textHash, text } = revision;
  const life = { id, state, head, published, correction, fileName, createdAt, updatedAt };
  return { ...life, revision: number, line, textHash, text };
}
